import type { Dispatch } from "react";
import { Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { patientStates } from "@/lib/domain/patient-state";
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

/** What the doctor knows of the patient that the record may not say: weight, pregnancy, breastfeeding, kidney, liver. */
export function PadPatient({ desk, pad, change, fields, texts }: Props) {
  const states = patientStates.filter((state) => desk.states.includes(state));
  const toggle = (state: string, isOn: boolean) =>
    change({ do: "set", to: { states: isOn ? [...pad.states, state] : pad.states.filter((each) => each !== state) } });
  return (
    <Section title={texts.patient}>
      <div className="grid gap-3 sm:grid-cols-[9rem_1fr] sm:items-start">
        <Field label={texts.weight} error={fields.weightKg}>
          <Input
            inputMode="decimal"
            value={pad.weightKg}
            maxLength={6}
            onChange={(event) => change({ do: "set", to: { weightKg: event.target.value } })}
          />
        </Field>
        <fieldset className="grid grid-cols-2 gap-x-3">
          <legend className="font-medium">{texts.states}</legend>
          {states.map((state) => (
            <Checkbox
              key={state}
              label={texts.state[state]}
              checked={pad.states.includes(state)}
              onChange={(event) => toggle(state, event.target.checked)}
            />
          ))}
        </fieldset>
      </div>
    </Section>
  );
}
