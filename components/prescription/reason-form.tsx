"use client";

import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { PinField } from "@/components/form/pin-field";
import type { ButtonVariant } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

interface Props {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  readonly prescriptionId: string;
  readonly lead: string;
  readonly label: string;
  readonly submit: string;
  readonly variant: ButtonVariant;
  readonly unreachable: string;
  /** Where the step is signed: what the PIN's field is called. */
  readonly pin?: string;
}

/** A step of a prescription that needs its reason in the doctor's words. */
export function ReasonForm({ action, prescriptionId, lead, label, submit, variant, unreachable, pin }: Props) {
  return (
    <CommandForm action={action} unreachable={unreachable} className="grid gap-4">
      <p className="text-ink-muted">{lead}</p>
      <input type="hidden" name="prescriptionId" value={prescriptionId} />
      <CommandField name="reason" label={label}>
        <Textarea name="reason" rows={3} maxLength={300} />
      </CommandField>
      {pin && <PinField label={pin} />}
      <CommandButton variant={variant}>{submit}</CommandButton>
    </CommandForm>
  );
}
