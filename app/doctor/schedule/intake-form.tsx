"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { setIntake } from "./actions";

type Texts = Readonly<Record<"question" | "yes" | "no" | "limit" | "limitHint" | "submit" | "unreachable", string>>;

/** Stops or opens the intake at once, and bounds how many conversations are open at a time. */
export function IntakeForm({
  isAccepting,
  openLimit,
  texts,
}: {
  isAccepting: boolean;
  openLimit: number;
  texts: Texts;
}) {
  return (
    <CommandForm action={setIntake} unreachable={texts.unreachable} label={texts.question} className="grid gap-4">
      <RadioCards
        columns
        legend={texts.question}
        name="isAccepting"
        options={[
          { value: "yes", label: texts.yes },
          { value: "no", label: texts.no },
        ]}
        defaultValue={isAccepting ? "yes" : "no"}
      />
      <CommandField name="openLimit" label={texts.limit} hint={texts.limitHint}>
        <Input name="openLimit" inputMode="numeric" maxLength={3} defaultValue={openLimit} required />
      </CommandField>
      <CommandButton className="justify-self-start">{texts.submit}</CommandButton>
    </CommandForm>
  );
}
