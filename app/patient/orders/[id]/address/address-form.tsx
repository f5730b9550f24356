"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { useAddressDraft } from "@/components/order/address-draft";
import { AddressFields, type AddressTexts } from "@/components/order/address-fields";
import { changeAddress } from "../actions";

interface Props {
  readonly orderId: string;
  readonly areaCode: string;
  readonly texts: AddressTexts & Readonly<Record<"submit" | "unreachable", string>>;
}

export function AddressForm({ orderId, areaCode, texts }: Props) {
  const { isMoving } = useAddressDraft();
  return (
    <CommandForm
      action={changeAddress}
      doneHref={`/patient/orders/${orderId}`}
      unreachable={texts.unreachable}
      className="grid gap-5"
    >
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="areaCode" value={areaCode} />
      <AddressFields texts={texts} />
      <CommandButton variant="next" size="lg" wide disabled={isMoving}>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
