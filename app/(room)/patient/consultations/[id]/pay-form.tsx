"use client";

import { beginPayment } from "@/app/patient/payments/actions";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";

interface Props {
  readonly consultationId: string;
  readonly submit: string;
  readonly unreachable: string;
}

/** Opens the payment page of the fee. */
export function PayForm({ consultationId, submit, unreachable }: Props) {
  return (
    <CommandForm
      action={beginPayment}
      unreachable={unreachable}
      onDone={({ checkoutUrl }) => location.assign(checkoutUrl)}
    >
      <input type="hidden" name="purpose" value="consultation_fee" />
      <input type="hidden" name="consultationId" value={consultationId} />
      <CommandButton variant="next" wide>
        {submit}
      </CommandButton>
    </CommandForm>
  );
}
