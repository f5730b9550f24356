"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { refreshRecord } from "./actions";

interface Props {
  readonly patientId: string;
  readonly texts: Readonly<Record<"refresh" | "unreachable", string>>;
}

/** Fetches the hospital's record anew and shows the page with it. */
export function RefreshButton({ patientId, texts }: Props) {
  return (
    <CommandForm action={refreshRecord} unreachable={texts.unreachable}>
      <input type="hidden" name="patientId" value={patientId} />
      <CommandButton variant="secondary">{texts.refresh}</CommandButton>
    </CommandForm>
  );
}
