"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { linkCard } from "./actions";

interface Props {
  readonly patientId: string;
  readonly texts: Readonly<Record<"number" | "hint" | "submit" | "unreachable", string>>;
}

export function CardForm({ patientId, texts }: Props) {
  return (
    <CommandForm action={linkCard} unreachable={texts.unreachable} className="grid gap-4" resetWhenDone>
      <input type="hidden" name="patientId" value={patientId} />
      <CommandField name="cardNumber" label={texts.number} hint={texts.hint}>
        <Input
          name="cardNumber"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
        />
      </CommandField>
      <CommandButton variant="secondary" size="lg" wide>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
