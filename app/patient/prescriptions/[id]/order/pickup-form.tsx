"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { placeOrder } from "./actions";

interface Props {
  readonly prescriptionId: string;
  readonly submit: string;
  readonly unreachable: string;
}

export function PickupForm({ prescriptionId, submit, unreachable }: Props) {
  return (
    <CommandForm action={placeOrder} doneHref="/patient/orders/:id" unreachable={unreachable}>
      <input type="hidden" name="fulfilment" value="pickup" />
      <input type="hidden" name="prescriptionId" value={prescriptionId} />
      <CommandButton variant="next" size="lg" wide>
        {submit}
      </CommandButton>
    </CommandForm>
  );
}
