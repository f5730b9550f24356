import "server-only";
import { storeFetchedRecord } from "@/lib/commands/record/store";
import { type Run, transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { requireConsents } from "@/lib/domain/consent";
import { changesSince } from "@/lib/domain/record";
import { Refusal } from "@/lib/errors";
import { recordSource } from "@/lib/queries/patient/identity";
import { fetchMapped } from "./fetch-mapped";

/** Pressing again within so many minutes asks nobody. */
const PAUSE_MINUTES = 1;

/**
 * Fetches a person's record anew: as a whole, or only its changes where a whole one came within the last day. Refusals: `not_found`,
 * `consent_needed` (R31, where the patient asks), `card_not_linked` (R4), `record_unavailable` where the hospital's server does not answer; what was fetched before stays.
 */
export async function refreshRecord(
  run: Run,
  input: { patientId: string },
  wanted: "whole" | "changes" = "whole",
): Promise<{ fetchedAt: Date }> {
  const source = await recordSource(run.actor, input.patientId, run.now);
  if (run.actor.role === "patient") requireConsents("record", source, run.now);
  const { fhirPatientId, fetchedAt } = source;
  if (!fhirPatientId) throw new Refusal("card_not_linked", { rule: "R4" });
  if (fetchedAt && fetchedAt > addMinutes(run.now, -PAUSE_MINUTES)) return { fetchedAt };
  const since = wanted === "changes" ? changesSince(source, run.now) : undefined;
  const record = await fetchMapped(fhirPatientId, since).catch((error) => {
    if (error instanceof Refusal && error.code === "unavailable")
      throw new Refusal("record_unavailable", { cause: error });
    throw error;
  });
  return transact(run, storeFetchedRecord, { patientId: input.patientId, fhirPatientId, record });
}
