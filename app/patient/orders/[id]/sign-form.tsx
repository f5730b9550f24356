"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { signForOrder } from "./actions";

interface Props {
  readonly orderId: string;
  readonly submit: string;
  readonly unreachable: string;
}

export function SignForm({ orderId, submit, unreachable }: Props) {
  return (
    <CommandForm action={signForOrder} unreachable={unreachable}>
      <input type="hidden" name="orderId" value={orderId} />
      <CommandButton variant="next" size="lg" wide>
        {submit}
      </CommandButton>
    </CommandForm>
  );
}
