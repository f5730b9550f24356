"use client";

import { type ComponentProps, useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import type { ButtonVariant } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

export interface CloseReasonOption {
  readonly code: string;
  readonly label: string;
  /** What the patient is told by default, in the patient's language. */
  readonly advice: string;
  readonly isUrgent: boolean;
}

export interface CloseTexts {
  readonly lead: string;
  readonly reason: string;
  readonly choose: string;
  readonly advice: string;
  readonly adviceHint: string;
  readonly urgent: string;
  readonly submit: string;
  /** Asks for the day of the next visit, where one can be planned. */
  readonly followUp?: string;
  readonly followUpHint?: string;
}

interface Props {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  readonly consultationId: string;
  /** Where a coded reason is asked for. */
  readonly reasons?: readonly CloseReasonOption[];
  readonly texts: CloseTexts;
  readonly variant: ButtonVariant;
  readonly unreachable: string;
}

/** Ends a consultation: why, and what the patient does next. A reason brings its advice; what was written by hand stays. */
export function CloseForm({ action, consultationId, reasons, texts, variant, unreachable }: Props) {
  const [chosen, setChosen] = useState<CloseReasonOption>();
  const [advice, setAdvice] = useState("");

  const choose = (code: string) => {
    const next = reasons?.find((reason) => reason.code === code);
    if (advice.trim() === "" || advice === chosen?.advice) setAdvice(next?.advice ?? "");
    setChosen(next);
  };

  return (
    <CommandForm action={action} unreachable={unreachable} className="grid gap-4">
      <p className="text-ink-muted">{texts.lead}</p>
      <input type="hidden" name="consultationId" value={consultationId} />
      {reasons && (
        <CommandField name="reason" label={texts.reason}>
          <Select name="reason" value={chosen?.code ?? ""} onChange={(event) => choose(event.target.value)}>
            <option value="" disabled>
              {texts.choose}
            </option>
            {reasons.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        </CommandField>
      )}
      <div aria-live="polite">{chosen?.isUrgent && <Alert tone="danger">{texts.urgent}</Alert>}</div>
      <CommandField name="advice" label={texts.advice} hint={texts.adviceHint}>
        <Textarea name="advice" maxLength={500} value={advice} onChange={(event) => setAdvice(event.target.value)} />
      </CommandField>
      {texts.followUp && (
        <CommandField name="followUpDays" label={texts.followUp} hint={texts.followUpHint}>
          <Input name="followUpDays" inputMode="numeric" maxLength={3} className="max-w-32" />
        </CommandField>
      )}
      <CommandButton variant={variant}>{texts.submit}</CommandButton>
    </CommandForm>
  );
}
