"use client";

import { CommandField } from "@/components/form/command-field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input, Textarea } from "@/components/ui/input";
import { useAddressDraft } from "./address-draft";

export type AddressTexts = Readonly<
  Record<"legend" | "recipient" | "recipientHint" | "phone" | "phoneHint" | "detail" | "detailHint", string>
>;

/** Whom a parcel goes to; the area stands before it. What is known of it already is filled in. */
export function AddressFields({ texts }: { texts: AddressTexts }) {
  const { draft, round } = useAddressDraft();
  return (
    <Fieldset key={round} legend={<span className="font-semibold text-lg">{texts.legend}</span>} className="gap-4">
      <CommandField name="recipient" label={texts.recipient} hint={texts.recipientHint}>
        <Input name="recipient" autoComplete="name" maxLength={40} defaultValue={draft.recipient} required />
      </CommandField>
      <CommandField name="phone" label={texts.phone} hint={texts.phoneHint}>
        <Input
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          defaultValue={draft.phone}
          required
        />
      </CommandField>
      <CommandField name="detail" label={texts.detail} hint={texts.detailHint}>
        <Textarea
          name="detail"
          rows={2}
          autoComplete="street-address"
          maxLength={120}
          defaultValue={draft.detail}
          required
        />
      </CommandField>
    </Fieldset>
  );
}
