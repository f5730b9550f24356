"use client";

import { useRouter } from "next/navigation";
import { useEffect, useReducer, useRef, useState, useTransition } from "react";
import { askStepUp } from "@/components/form/ask-step-up";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/input";
import { formatFen } from "@/components/ui/price";
import { Select } from "@/components/ui/select";
import { packsNeeded } from "@/lib/domain/dose";
import type { ActionResult } from "@/lib/domain/result";
import { withStepUp } from "@/lib/live/with-step-up";
import type { PadContent } from "@/lib/queries/doctor/prescribing-desk";
import { Combobox } from "./combobox";
import { DiagnosisPicker } from "./diagnosis-picker";
import { LineCard } from "./line-card";
import { PadAnswers } from "./pad-answers";
import type { PadDesk } from "./pad-desk";
import { emptyPad, filledPad, numbersOf, padAfter, sentLines } from "./pad-state";
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
      const { lines, nextKey: _, ...rest } = pad;
      const content = { ...about, ...rest, items: sentLines(lines) };
      const result = await withStepUp(() => sign(content), askStepUp).catch(() => null);
      if (result?.ok) {
        router.push(`/doctor/consultations/${desk.consultationId}`);
        return;
      }
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
      <Section title={texts.lines}>
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
      <Section title={texts.plan}>
        <Field label={texts.advice} error={fields.advice}>
          <Textarea
            value={pad.advice}
            maxLength={500}
            onChange={(event) => change({ do: "set", to: { advice: event.target.value } })}
          />
        </Field>
        <Alert
          tone="info"
          title={texts.urgentTitle}
          action={
            <Button
              variant="secondary"
              size="sm"
              disabled={pad.advice.includes(texts.urgentSentence)}
              onClick={() =>
                change({
                  do: "set",
                  to: { advice: [pad.advice.trim(), texts.urgentSentence].filter(Boolean).join("\n") },
                })
              }
            >
              {texts.urgentAdd}
            </Button>
          }
        >
          {texts.urgentText}
        </Alert>
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
      <div className="grid gap-3">
        <FormMessage>{refusal?.message}</FormMessage>
        <p className="text-ink-muted text-sm">{texts.submitHint}</p>
        <Button variant="next" size="lg" busy={isBusy} onClick={submit}>
          {texts.submit}
        </Button>
      </div>
    </div>
  );
}
