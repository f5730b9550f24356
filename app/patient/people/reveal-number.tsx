"use client";

import { useEffect, useState, useTransition } from "react";
import { revealIdNumber } from "./actions";

const SHOWN_MS = 30_000;

/** The masked number, and for half a minute the whole one, where it is asked for. */
export function RevealNumber({
  patientId,
  masked,
  texts,
}: {
  patientId: string;
  masked: string;
  texts: Readonly<Record<"show" | "hide" | "unreachable", string>>;
}) {
  const [isBusy, start] = useTransition();
  const [number, setNumber] = useState<string>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (!number) return;
    const timer = setTimeout(() => setNumber(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number]);

  const press = () =>
    number
      ? setNumber(undefined)
      : start(async () => {
          const answer = await revealIdNumber({ patientId }).catch(() => null);
          if (answer?.ok) setNumber(answer.data.number);
          setFault(answer?.ok ? undefined : (answer?.message ?? texts.unreachable));
        });

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span aria-live="polite">{number ?? masked}</span>
      <button
        type="button"
        onClick={press}
        aria-busy={isBusy}
        className="-my-2 min-h-11 px-1 font-medium text-primary underline"
      >
        {number ? texts.hide : texts.show}
      </button>
      {fault && <span className="text-danger-ink">{fault}</span>}
    </span>
  );
}
