"use client";

import { Fieldset } from "@/components/ui/fieldset";

interface Question {
  readonly id: string;
  readonly question: string;
}

/** The department's red-flag questions, each with yes and no side by side; none is answered beforehand (R3). */
export function SafetyQuestions({
  questions,
  errors,
  texts,
}: {
  questions: readonly Question[];
  errors: Readonly<Record<string, string>>;
  texts: { readonly yes: string; readonly no: string };
}) {
  return questions.map(({ id, question }) => (
    <Fieldset
      key={id}
      legend={question}
      error={errors[`redFlags.${id}`]}
      className="border-line border-b pb-4 last:border-0"
    >
      <div className="grid grid-cols-2 gap-2">
        {(["no", "yes"] as const).map((answer) => (
          <label
            key={answer}
            className="flex min-h-12 items-center gap-3 rounded-md border border-line-strong bg-surface-raised px-3.5 has-checked:border-primary has-checked:bg-primary-tint"
          >
            <input type="radio" name={`redFlags.${id}`} value={answer} className="size-5 shrink-0 accent-primary" />
            {texts[answer]}
          </label>
        ))}
      </div>
    </Fieldset>
  ));
}
