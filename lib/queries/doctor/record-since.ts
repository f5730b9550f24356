import "server-only";
import { addDays } from "@/lib/domain/calendar";

const RESULT_DAYS = 400;
const VISIT_DAYS = 1_100;

/** As much of the hospital's record as a doctor reads at once: what holds for long, what runs, and what is recent. */
export const recordSince = (now: Date) => ({
  OR: [
    { kind: { in: ["allergy", "condition"] as ("allergy" | "condition")[] } },
    { kind: "medication" as const, isActive: true },
    { kind: "encounter" as const, occurredAt: { gt: addDays(now, -VISIT_DAYS) } },
    { kind: "observation" as const, occurredAt: { gt: addDays(now, -RESULT_DAYS) } },
  ],
});
