"use client";

import { useRouter } from "next/navigation";
import { useEffect, useReducer, useRef, useState, useTransition } from "react";
import { askStepUp } from "@/components/form/ask-step-up";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { formatFen } from "@/components/ui/price";
import { packsNeeded } from "@/lib/domain/dose";
import { patientStates } from "@/lib/domain/patient-state";
import type { ActionResult } from "@/lib/domain/result";
import { withStepUp } from "@/lib/live/with-step-up";
import type { PadContent } from "@/lib/queries/doctor/prescribing-desk";
import { Combobox } from "./combobox";
import { DiagnosisPicker } from "./diagnosis-picker";
import { LineCard } from "./line-card";
import { PadAnswers } from "./pad-answers";
import type { PadDesk } from "./pad-desk";
import { PadPatient } from "./pad-patient";
import { PadPlan } from "./pad-plan";
import { emptyPad, filledPad, numbersOf, padAfter, sentPad, weightOf } from "./pad-state";
import { PadTemplates } from "./pad-templates";
import type { PadTexts } from "./pad-texts";
import { useChecks } from "./use-checks";

interface Props {
  readonly desk: PadDesk;
  /** What the pad opens with. */
  readonly content?: PadContent;
  /** The action, and what it is about. */
  readonly sign: (input: Record<string, unknown>) => Promise<ActionResult<unknown>>;
  readonly about: Readonly<Record<string, string | number>>;
  readonly texts: PadTexts;
  readonly locale: string;
}

/** The prescribing pad. It helps; what counts is decided again on the server. What was written stays when it is refused. */
export function Pad({ desk, content, sign, about, texts, locale }: Props) {
  const router = useRouter();
  const [pad, change] = useReducer(padAfter, content, (given) => (given ? filledPad(given, desk.medicines) : emptyPad));
  const checks = useChecks(desk.consultationId, pad);
  const [isBusy, start] = useTransition();
  const [refusal, setRefusal] = useState<{ message: string; fields: Readonly<Record<string, string>> }>();
  const whole = useRef<HTMLDivElement>(null);
  const fields = refusal?.fields ?? {};
  const patient = {
    ...{ ageMonths: desk.ageMonths, weightKg: weightOf(pad), conditions: [] },
    states: patientStates.filter((state) => pad.states.includes(state)),
  };
  const medicineOf = (id: string) => desk.medicines.find(({ value }) => value === id);
  const total = pad.lines.reduce((sum, line) => {
    const numbers = numbersOf(line);
    const medicine = medicineOf(line.medicineId);
    return numbers && medicine
      ? sum + packsNeeded({ ...line, ...numbers }, medicine.packSize) * medicine.priceFen
      : sum;
  }, 0);

  const submit = () =>
    start(async () => {
      const result = await withStepUp(() => sign({ ...about, ...sentPad(pad) }), askStepUp).catch(() => null);
      if (result?.ok) {
        router.push(`/doctor/consultations/${desk.consultationId}`);
        return;
      }
      change({ do: "set", to: { pin: "" } });
      setRefusal({ message: result?.message ?? texts.unreachable, fields: result?.fields ?? {} });
    });

  // The first field at fault gets the focus once it is marked.
  useEffect(() => {
    if (refusal) whole.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);

  return (
    <div ref={whole} className="grid gap-6">
      {desk.last && pad.lines.length === 0 && (
        <Button
          variant="secondary"
          className="justify-self-start"
          onClick={() => desk.last && change({ do: "renew", content: desk.last.content, medicines: desk.medicines })}
        >
          {desk.last.label}
        </Button>
      )}
      <DiagnosisPicker
        desk={desk}
        chosen={pad.diagnosisCodes}
        change={change}
        error={fields.diagnosisCodes}
        texts={texts}
      />
      <PadPatient desk={desk} pad={pad} change={change} fields={fields} texts={texts} />
      <Section title={texts.lines}>
        <PadTemplates desk={desk} pad={pad} change={change} texts={texts} />
        <Combobox
          label={texts.medicine}
          hint={texts.medicineHint}
          empty={texts.medicineNone}
          options={desk.medicines}
          error={fields.items}
          onChoose={(id) => {
            const medicine = medicineOf(id);
            if (medicine) change({ do: "add", medicine });
          }}
        />
        <ol aria-label={texts.lines} className="grid gap-3">
          {pad.lines.map((line, index) => {
            const medicine = medicineOf(line.medicineId);
            return (
              medicine && (
                <LineCard
                  key={line.key}
                  line={line}
                  medicine={medicine}
                  patient={patient}
                  patientLocale={desk.patientLocale}
                  change={change}
                  error={(field) => fields[`items.${index}.${field}`]}
                  texts={texts}
                  locale={locale}
                />
              )
            );
          })}
        </ol>
        {pad.lines.length > 0 && (
          <p className="text-right">
            {texts.total} <strong className="tabular-nums">{formatFen(total, locale)}</strong>
          </p>
        )}
      </Section>
      <PadAnswers checks={checks} pad={pad} change={change} fields={fields} texts={texts} />
      <PadPlan desk={desk} pad={pad} change={change} fields={fields} texts={texts} />
      <div className="grid gap-3">
        <FormMessage>{refusal?.message}</FormMessage>
        <p className="text-ink-muted text-sm">{texts.submitHint}</p>
        <Field label={texts.pin} hint={texts.pinHint} error={fields.pin}>
          <Input
            type="password"
            inputMode="numeric"
            autoComplete="off"
            className="max-w-48"
            value={pad.pin}
            maxLength={12}
            onChange={(event) => change({ do: "set", to: { pin: event.target.value } })}
          />
        </Field>
        <Button variant="next" size="lg" busy={isBusy} onClick={submit}>
          {texts.submit}
        </Button>
      </div>
    </div>
  );
}
