"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Textarea } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { reviewEmergency } from "./actions";

type Texts = Readonly<
  Record<"verdict" | "justified" | "unjustified" | "note" | "noteHint" | "submit" | "unreachable", string>
>;

/** Whether it was right to open this record, and why. */
export function ReviewForm({ accessId, texts }: { accessId: string; texts: Texts }) {
  return (
    <CommandForm action={reviewEmergency} unreachable={texts.unreachable} label={texts.submit} className="grid gap-4">
      <input type="hidden" name="accessId" value={accessId} />
      <RadioCards
        legend={texts.verdict}
        name="verdict"
        options={[
          { value: "justified", label: texts.justified },
          { value: "unjustified", label: texts.unjustified },
        ]}
      />
      <CommandField name="note" label={texts.note} hint={texts.noteHint}>
        <Textarea name="note" rows={3} maxLength={300} />
      </CommandField>
      <CommandButton variant="primary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
