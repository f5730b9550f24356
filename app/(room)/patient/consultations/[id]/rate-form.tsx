"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { useFormState } from "@/components/form/form-state";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/input";
import { RadioCards, type RadioOption } from "@/components/ui/radio-cards";
import { rateConsultation } from "./actions";

interface Props {
  readonly consultationId: string;
  readonly stars: readonly RadioOption[];
  readonly tags: readonly { readonly value: string; readonly label: string }[];
  readonly texts: Readonly<Record<"stars" | "tags" | "words" | "wordsHint" | "submit" | "unreachable", string>>;
}

function Stars({ stars, legend }: { stars: Props["stars"]; legend: string }) {
  const { fields } = useFormState();
  return <RadioCards columns legend={legend} name="stars" options={stars} error={fields.stars} />;
}

/** What the patient says of a finished consultation; sent once. */
export function RateForm({ consultationId, stars, tags, texts }: Props) {
  return (
    <CommandForm action={rateConsultation} unreachable={texts.unreachable} label={texts.stars} className="grid gap-4">
      <input type="hidden" name="consultationId" value={consultationId} />
      <Stars stars={stars} legend={texts.stars} />
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-medium">{texts.tags}</legend>
        <div className="grid gap-1 sm:grid-cols-2">
          {tags.map(({ value, label }) => (
            <Checkbox key={value} name="tags[]" value={value} label={label} />
          ))}
        </div>
      </fieldset>
      <CommandField name="words" label={texts.words} hint={texts.wordsHint}>
        <Textarea name="words" maxLength={2000} className="min-h-20" />
      </CommandField>
      <CommandButton className="justify-self-start">{texts.submit}</CommandButton>
    </CommandForm>
  );
}
