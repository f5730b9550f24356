"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { WaitForRecord, type WaitTexts } from "@/components/record/wait-for-record";
import { refreshRecord } from "./actions";

interface Props {
  readonly patientId: string;
  readonly texts: Readonly<Record<"refresh" | "unreachable", string>> & { readonly wait: WaitTexts };
}

/** Fetches the hospital's record anew and shows the page with it; while the hospital does not answer, again and again. */
export function RefreshButton({ patientId, texts }: Props) {
  return (
    <CommandForm action={refreshRecord} unreachable={texts.unreachable} className="grid justify-items-start gap-3">
      <input type="hidden" name="patientId" value={patientId} />
      <CommandButton variant="secondary">{texts.refresh}</CommandButton>
      <WaitForRecord texts={texts.wait} />
    </CommandForm>
  );
}
