"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { cancelOrder } from "./actions";

interface Props {
  readonly orderId: string;
  readonly submit: string;
  readonly unreachable: string;
}

export function CancelForm({ orderId, submit, unreachable }: Props) {
  return (
    <CommandForm action={cancelOrder} unreachable={unreachable}>
      <input type="hidden" name="orderId" value={orderId} />
      <CommandButton variant="danger" wide>
        {submit}
      </CommandButton>
    </CommandForm>
  );
}
