"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { AddressFields, type AddressTexts } from "@/components/order/address-fields";
import { Select } from "@/components/ui/select";
import { changeAddress } from "../actions";

interface Props {
  readonly orderId: string;
  readonly provinceCode: string | null;
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly texts: AddressTexts & Readonly<Record<"province" | "provinceHint" | "submit" | "unreachable", string>>;
}

export function AddressForm({ orderId, provinceCode, provinces, texts }: Props) {
  return (
    <CommandForm
      action={changeAddress}
      doneHref={`/patient/orders/${orderId}`}
      unreachable={texts.unreachable}
      className="grid gap-5"
    >
      <input type="hidden" name="orderId" value={orderId} />
      <CommandField name="provinceCode" label={texts.province} hint={texts.provinceHint}>
        <Select name="provinceCode" defaultValue={provinceCode ?? ""} required>
          {provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </CommandField>
      <AddressFields texts={texts} />
      <CommandButton variant="next" size="lg" wide>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
