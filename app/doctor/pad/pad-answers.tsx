"use client";

import type { Dispatch } from "react";
import { FindingList } from "@/components/prescription/finding-list";
import { fill } from "@/components/room/fill";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { PadChange, PadState } from "./pad-state";
import type { PadTexts } from "./pad-texts";
import type { Checks } from "./use-checks";

interface Props {
  readonly checks: Checks;
  readonly pad: PadState;
  readonly change: Dispatch<PadChange>;
  readonly fields: Readonly<Record<string, string>>;
  readonly texts: PadTexts;
}

/** What the automatic checks found, and what they ask of the doctor. */
export function PadAnswers({ checks, pad, change, fields, texts }: Props) {
  const { lines, state } = checks;
  const warnings = lines.filter(({ isAnswerable }) => isAnswerable);
  const asksAssessment = lines.some(({ code }) => code === "long_term");
  const asksSupply = lines.some(({ code }) => code === "long_supply");
  const asksSignature = lines.some(({ rule }) => rule === "R18");
  return (
    <Section title={texts.checks}>
      <div aria-live="polite" className="grid gap-3">
        {state === "checking" && <p className="text-ink-muted">{texts.checking}</p>}
        {state === "down" && <Alert tone="warning">{texts.checksDown}</Alert>}
        {state === "done" && lines.length === 0 && <Alert tone="success">{texts.checksClean}</Alert>}
        {lines.some(({ severity }) => severity === "stop") && <Alert tone="danger">{texts.stopped}</Alert>}
        {!checks.isScreened && <Alert tone="warning">{texts.notScreened}</Alert>}
        {lines.length > 0 && <FindingList label={texts.checks} lines={lines} />}
      </div>
      {asksSupply && (
        <Field label={texts.supplyReason} hint={texts.supplyReasonHint} error={fields.supplyReason}>
          <Textarea
            rows={2}
            value={pad.supplyReason}
            maxLength={300}
            onChange={(event) => change({ do: "set", to: { supplyReason: event.target.value } })}
          />
        </Field>
      )}
      {asksAssessment && (
        <>
          <Field label={texts.assessment} hint={texts.assessmentHint} error={fields.assessment}>
            <Textarea
              rows={3}
              value={pad.assessment}
              maxLength={500}
              onChange={(event) => change({ do: "set", to: { assessment: event.target.value } })}
            />
          </Field>
          <Checkbox
            label={texts.patientConfirmed}
            error={fields.patientConfirmed}
            checked={pad.patientConfirmed}
            onChange={(event) => change({ do: "set", to: { patientConfirmed: event.target.checked } })}
          />
        </>
      )}
      {warnings.map(({ key, text }) => (
        <Field
          key={key}
          label={fill(texts.overrideReason, { warning: text })}
          hint={texts.overrideReasonHint}
          error={fields[`overrides.${key}`]}
        >
          <Textarea
            rows={2}
            value={pad.reasons[key] ?? ""}
            maxLength={300}
            onChange={(event) => change({ do: "explain", finding: key, reason: event.target.value })}
          />
        </Field>
      ))}
      {asksSignature && (
        <Checkbox
          label={texts.secondSignature}
          hint={texts.secondSignatureHint}
          error={fields.isDoseConfirmed}
          checked={pad.isDoseConfirmed}
          onChange={(event) => change({ do: "set", to: { isDoseConfirmed: event.target.checked } })}
        />
      )}
    </Section>
  );
}
