"use client";

import { useEffect, useRef } from "react";
import { CommandButton } from "@/components/form/command-button";
import { useFormState } from "@/components/form/form-state";
import { Alert } from "@/components/ui/alert";

const AGAIN_AFTER_MS = 30_000;

export type WaitTexts = Readonly<Record<"title" | "lead" | "retry", string>>;

/**
 * Inside a `CommandForm` that was refused because the hospital's records do not answer: what was typed stays, and it is sent again by
 * itself every 30 seconds while this is on the screen.
 */
export function WaitForRecord({ texts }: { texts: WaitTexts }) {
  const { code, isBusy } = useFormState();
  const note = useRef<HTMLDivElement>(null);
  const isWaiting = code === "record_unavailable";

  useEffect(() => {
    if (!isWaiting || isBusy) return;
    const timer = setTimeout(() => note.current?.closest("form")?.requestSubmit(), AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, isBusy]);

  return (
    <div ref={note} aria-live="polite">
      {isWaiting && (
        <Alert tone="warning" title={texts.title} action={<CommandButton>{texts.retry}</CommandButton>}>
          {texts.lead}
        </Alert>
      )}
    </div>
  );
}
