"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { autosave, putDraft, type Saved, type SaveView } from "@/lib/live/autosave";
import { keptFields } from "./draft";

export interface KeptDraft extends Saved {
  readonly fields: Readonly<Record<string, string>>;
  readonly pictureIds: readonly string[];
}

/** Keeps what is typed in the form around `frame`, unless `isSent`: then the server has taken the draft away. */
export function useAutosave(
  frame: RefObject<HTMLElement | null>,
  { offeringId, patientId, kept }: { offeringId: string; patientId: string; kept: KeptDraft | null },
  isSent: boolean,
) {
  const [view, setView] = useState<SaveView>({ state: "still", savedAt: null });
  const keeper = useRef<ReturnType<typeof autosave>>(undefined);
  const wasSent = useRef(isSent);
  wasSent.current = isSent;

  useEffect(() => {
    const form = frame.current?.closest("form");
    if (!form) return;
    const one = autosave({
      kept,
      read: () => ({ offeringId, patientId, ...keptFields(form) }),
      put: putDraft,
      changed: setView,
    });
    keeper.current = one;
    const touch = () => one.touch();
    const flush = () => one.flush(document.visibilityState === "hidden");
    const leave = () => one.flush(true);
    form.addEventListener("input", touch);
    form.addEventListener("focusout", flush);
    document.addEventListener("visibilitychange", flush);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", flush);
    return () => {
      form.removeEventListener("input", touch);
      form.removeEventListener("focusout", flush);
      document.removeEventListener("visibilitychange", flush);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", flush);
      if (!wasSent.current) leave();
      one.end();
    };
  }, [frame, offeringId, patientId, kept]);

  const touch = useCallback(() => keeper.current?.touch(), []);
  return { view, touch };
}
