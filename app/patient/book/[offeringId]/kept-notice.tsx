"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { discard } from "./actions";
import type { BookingTexts } from "./booking-texts";

/** Says that an application begun before was taken up again; what is kept can be thrown away, after asking once. */
export function KeptNotice({
  offeringId,
  patientId,
  texts,
}: {
  offeringId: string;
  patientId: string;
  texts: BookingTexts["draft"];
}) {
  const [isAsked, setAsked] = useState(false);
  const [isFailed, setFailed] = useState(false);

  async function throwAway() {
    const done = await discard({ offeringId, patientId }).catch(() => null);
    if (done?.ok || done?.code === "not_found") window.location.reload();
    else setFailed(true);
  }

  return (
    <Alert
      tone="info"
      title={texts.restored}
      action={
        isAsked ? (
          <>
            <Button variant="danger" onClick={throwAway}>
              {texts.discardSure}
            </Button>
            <Button variant="secondary" onClick={() => setAsked(false)}>
              {texts.keep}
            </Button>
          </>
        ) : (
          <Button variant="secondary" onClick={() => setAsked(true)}>
            {texts.discard}
          </Button>
        )
      }
    >
      {isFailed ? texts.unreachable : texts.restoredLead}
    </Alert>
  );
}
