"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input, Textarea } from "@/components/ui/input";
import { breakGlass } from "./actions";

type Texts = Readonly<Record<"card" | "cardHint" | "reason" | "reasonHint" | "submit" | "unreachable", string>>;

/** Whose record, and why it cannot wait. */
export function EmergencyForm({ texts }: { texts: Texts }) {
  return (
    <CommandForm
      action={breakGlass}
      doneHref="/doctor/emergency/:id"
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <CommandField name="cardNumber" label={texts.card} hint={texts.cardHint}>
        <Input name="cardNumber" maxLength={40} autoComplete="off" />
      </CommandField>
      <CommandField name="reason" label={texts.reason} hint={texts.reasonHint}>
        <Textarea name="reason" rows={3} maxLength={300} />
      </CommandField>
      <CommandButton variant="danger" className="justify-self-start">
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
