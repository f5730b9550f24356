import "server-only";
import { addDays } from "@/lib/domain/calendar";
import type { RecordKind } from "@/lib/domain/record";
import type { RecordTab } from "@/lib/domain/record-panel";

const RESULT_DAYS = 400;
const VISIT_DAYS = 1_100;

/** Conditions are the diagnoses of visits, and results the values of reports. */
const kindsOf = {
  overview: ["condition", "medication"],
  visits: ["encounter", "condition"],
  results: ["observation"],
  reports: ["report", "observation"],
  earlier: [],
} as const satisfies Record<RecordTab, readonly RecordKind[]>;

/** As much of the hospital's record as a doctor reads at once: what holds for long, what runs, and what is recent. Allergies always. */
export function recordSince(now: Date, tab?: RecordTab) {
  const kinds: RecordKind[] = ["allergy", ...(tab ? kindsOf[tab] : Object.values(kindsOf).flat())];
  return {
    kind: { in: kinds },
    OR: [
      { kind: { in: ["allergy", "condition"] as RecordKind[] } },
      { kind: "medication" as const, isActive: true },
      { kind: { in: ["encounter", "report"] as RecordKind[] }, occurredAt: { gt: addDays(now, -VISIT_DAYS) } },
      {
        kind: "observation" as const,
        occurredAt: { gt: addDays(now, tab === "reports" ? -VISIT_DAYS : -RESULT_DAYS) },
      },
    ],
  };
}
