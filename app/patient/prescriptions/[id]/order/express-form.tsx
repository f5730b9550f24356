"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandCheckbox } from "@/components/form/command-checkbox";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandForm } from "@/components/form/command-form";
import { useAddressDraft } from "@/components/order/address-draft";
import { AddressFields } from "@/components/order/address-fields";
import { formatFen } from "@/components/ui/price";
import { placeOrder } from "./actions";
import { Costs } from "./costs";
import type { ExpressTexts } from "./express-texts";

export interface CarrierChoice {
  readonly code: string;
  readonly name: string;
  readonly priceFen: number;
  readonly takesCash: boolean;
  readonly isBlocked: boolean;
  /** Days, cold chain, and what it may not take. */
  readonly hint: string;
}

interface Props {
  readonly prescriptionId: string;
  readonly areaCode: string;
  readonly carriers: readonly CarrierChoice[];
  readonly medicineFen: number;
  readonly locale: string;
  readonly texts: ExpressTexts;
}

/** Carrier, how the delivery is paid, the address, and what it all costs before it is ordered. */
export function ExpressForm({ prescriptionId, areaCode, carriers, medicineFen, locale, texts }: Props) {
  const [carrierCode, setCarrierCode] = useState<string>();
  const [payment, setPayment] = useState("online");
  const { isMoving } = useAddressDraft();
  const carrier = carriers.find(({ code }) => code === carrierCode);
  const choose = (code: string) => {
    setCarrierCode(code);
    setPayment("online");
  };
  return (
    <CommandForm
      action={placeOrder}
      doneHref="/patient/orders/:id"
      unreachable={texts.unreachable}
      className="grid gap-6"
    >
      <input type="hidden" name="fulfilment" value="express" />
      <input type="hidden" name="prescriptionId" value={prescriptionId} />
      <input type="hidden" name="areaCode" value={areaCode} />
      <CommandChoice
        legend={texts.carrier}
        name="carrierCode"
        required
        onChange={choose}
        options={carriers.map(({ code, name, hint, priceFen, isBlocked }) => ({
          ...{ value: code, label: name, hint, aside: formatFen(priceFen, locale), disabled: isBlocked },
        }))}
      />
      <CommandChoice
        key={carrierCode}
        legend={texts.payment}
        name="deliveryPayment"
        defaultValue="online"
        onChange={setPayment}
        options={[
          { value: "online", label: texts.online, hint: texts.onlineHint },
          ...(carrier?.takesCash ? [{ value: "courier", label: texts.courier, hint: texts.courierHint }] : []),
        ]}
      />
      <AddressFields texts={texts.address} />
      <CommandCheckbox name="keep" label={texts.keep} />
      <Costs
        medicineFen={medicineFen}
        deliveryFen={carrier?.priceFen ?? null}
        isByCourier={payment === "courier"}
        locale={locale}
        texts={texts}
      />
      <CommandButton variant="next" size="lg" wide disabled={isMoving}>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
