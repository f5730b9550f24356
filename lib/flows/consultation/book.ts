import "server-only";
import { bookConsultation } from "@/lib/commands/consultation/book";
import { type Run, transact } from "@/lib/db/transact";
import type { BookConsultation } from "@/lib/domain/booking-input";
import { RECORD_FRESH_MINUTES } from "@/lib/domain/booking-limits";
import { addMinutes } from "@/lib/domain/calendar";
import { Refusal } from "@/lib/errors";
import { refreshRecord } from "../record/refresh";
import { triage } from "./triage";

const RECORD_RULES = ["R1", "R2", "R3"];

const isRefusal = (error: unknown, code: string) => error instanceof Refusal && error.code === code;

/**
 * Books a consultation. A follow-up stands on a record fetched within ten minutes: an older one is fetched first. Where the
 * hospital's server is down, the stored record counts if it qualifies by itself; else the refusal is `record_unavailable`,
 * since a newer visit may be missing.
 */
export async function bookWithFreshRecord(run: Run, input: BookConsultation): Promise<{ id: string }> {
  await triage(run, input);
  try {
    return await transact(run, bookConsultation, { ...input, recordSince: addMinutes(run.now, -RECORD_FRESH_MINUTES) });
  } catch (error) {
    if (!isRefusal(error, "record_stale")) throw error;
  }
  let outage: unknown;
  try {
    await refreshRecord(run, { patientId: input.patientId }, "changes");
  } catch (error) {
    if (!isRefusal(error, "record_unavailable")) throw error;
    outage = error;
  }
  try {
    return await transact(run, bookConsultation, input);
  } catch (error) {
    if (outage && error instanceof Refusal && RECORD_RULES.includes(error.rule ?? "")) throw outage;
    throw error;
  }
}
