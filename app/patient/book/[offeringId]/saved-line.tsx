"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatMoment } from "@/components/ui/moment";
import type { SaveView } from "@/lib/live/autosave";
import type { BookingTexts } from "./booking-texts";

/** Whether what was typed is kept: said in a line, and aloud where it is not. */
export function SavedLine({ view, locale, texts }: { view: SaveView; locale: string; texts: BookingTexts["draft"] }) {
  const { state, savedAt } = view;
  if (state === "newer")
    return (
      <Alert
        tone="warning"
        title={texts.newer}
        live
        action={
          <Button variant="secondary" onClick={() => window.location.reload()}>
            {texts.load}
          </Button>
        }
      >
        {texts.newerLead}
      </Alert>
    );
  const isFailed = state === "unreachable" || state === "signed_out" || state === "refused";
  const line = {
    still: "",
    unsaved: texts.saving,
    saving: texts.saving,
    saved: savedAt ? texts.saved.replace("{at}", formatMoment(new Date(savedAt), locale, "time")) : "",
    unreachable: texts.unreachable,
    signed_out: texts.signedOut,
    refused: texts.refused,
  }[state];
  return (
    <p
      aria-live={state === "saved" || isFailed ? "polite" : "off"}
      className={`min-h-5 text-sm ${isFailed ? "text-danger-ink" : "text-ink-muted"}`}
    >
      {line}
    </p>
  );
}
