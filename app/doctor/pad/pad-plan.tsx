import type { Dispatch } from "react";
import { Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PadDesk } from "./pad-desk";
import type { PadChange, PadState } from "./pad-state";
import type { PadTexts } from "./pad-texts";

interface Props {
  readonly desk: PadDesk;
  readonly pad: PadState;
  readonly change: Dispatch<PadChange>;
  readonly fields: Readonly<Record<string, string>>;
  readonly texts: PadTexts;
}

/** What the patient is told, how urgent it is (R24), how long it is valid (R15), and who is present (R9). */
export function PadPlan({ desk, pad, change, fields, texts }: Props) {
  const urgent = (isUrgent: boolean) => {
    const said = pad.advice.includes(texts.urgentSentence);
    const advice =
      isUrgent && !said ? [pad.advice.trim(), texts.urgentSentence].filter(Boolean).join("\n") : pad.advice;
    change({ do: "set", to: { isUrgent, advice } });
  };
  return (
    <Section title={texts.plan}>
      <Field label={texts.advice} error={fields.advice}>
        <Textarea
          value={pad.advice}
          maxLength={500}
          onChange={(event) => change({ do: "set", to: { advice: event.target.value } })}
        />
      </Field>
      <Checkbox
        label={texts.urgentTitle}
        hint={texts.urgentText}
        checked={pad.isUrgent}
        onChange={(event) => urgent(event.target.checked)}
      />
      <Field label={texts.validDays} error={fields.validDays}>
        <Select
          className="max-w-48"
          value={pad.validDays}
          onChange={(event) => change({ do: "set", to: { validDays: event.target.value } })}
        >
          {texts.validDay.map((label, index) => (
            <option key={label} value={index + 1}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {desk.needsGuardian && (
        <Checkbox
          label={texts.guardian}
          hint={texts.guardianHint}
          error={fields.guardianConfirmed}
          checked={pad.guardianConfirmed}
          onChange={(event) => change({ do: "set", to: { guardianConfirmed: event.target.checked } })}
        />
      )}
    </Section>
  );
}
