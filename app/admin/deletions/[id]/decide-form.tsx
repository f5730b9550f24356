"use client";

import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import type { ButtonVariant } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

interface Props {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  readonly requestId: string;
  readonly variant: ButtonVariant;
  readonly texts: Readonly<Record<"reason" | "submit" | "unreachable", string>>;
}

/** One of the two answers to a request for deletion, with the reason that the applicant reads. */
export function DecideForm({ action, requestId, variant, texts }: Props) {
  return (
    <CommandForm action={action} unreachable={texts.unreachable} label={texts.submit} className="grid gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <CommandField name="reason" label={texts.reason}>
        <Textarea name="reason" rows={3} maxLength={500} />
      </CommandField>
      <CommandButton variant={variant}>{texts.submit}</CommandButton>
    </CommandForm>
  );
}
