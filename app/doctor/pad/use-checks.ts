"use client";

import { useEffect, useState } from "react";
import type { FindingLine } from "@/components/prescription/finding-lines";
import { numbersOf, type PadState, sentLines, weightOf } from "./pad-state";

export interface Checks {
  readonly state: "none" | "checking" | "done" | "down";
  readonly isScreened: boolean;
  readonly lines: readonly FindingLine[];
}

const nothing: Checks = { state: "none", isScreened: true, lines: [] };
const PAUSE_MS = 350;
const ANSWER_MS = 10_000;

/** What the server's screening says of the lines as they stand; asked again a moment after each change. */
export function useChecks(consultationId: string, pad: PadState): Checks {
  const { lines, validDays, diagnosisCodes, states } = pad;
  const [checks, setChecks] = useState(nothing);
  const whole = lines.filter((line) => numbersOf(line) !== null);
  const body =
    whole.length === 0
      ? ""
      : JSON.stringify({ items: sentLines(whole), validDays, diagnosisCodes, states, weightKg: weightOf(pad) });

  useEffect(() => {
    if (body === "") {
      setChecks(nothing);
      return;
    }
    const asked = new AbortController();
    setChecks((before) => ({ ...before, state: "checking" }));
    const timer = setTimeout(async () => {
      const answer = await askFor(consultationId, body, asked.signal);
      if (!asked.signal.aborted) setChecks(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [consultationId, body]);

  return checks;
}

async function askFor(consultationId: string, body: string, signal: AbortSignal): Promise<Checks> {
  try {
    const answer = await fetch(`/doctor/consultations/${consultationId}/prescribe/check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    if (!answer.ok) return { ...nothing, state: "down" };
    return { state: "done", ...(await answer.json()) };
  } catch {
    return { ...nothing, state: "down" };
  }
}
