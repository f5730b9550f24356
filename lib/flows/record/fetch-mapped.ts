import "server-only";
import { codingsOf, type IncomingRecord, mapRecord } from "@/lib/domain/record";
import { Refusal } from "@/lib/errors";
import { fetchRecord } from "@/lib/gateways/his/fetch-record";
import { codeMappings } from "@/lib/queries/jobs/code-maps";

/** The record at the hospital's server with its codes mapped, whole or what changed `since`; throws the refusal `unavailable`. */
export async function fetchMapped(fhirPatientId: string, since?: Date): Promise<IncomingRecord> {
  if (since)
    try {
      return await mapped(fhirPatientId, since);
    } catch (error) {
      if (!cannotTellChanges(error)) throw error;
    }
  return mapped(fhirPatientId);
}

/** A server that does not search by `_lastUpdated` says that the request is wrong. */
const cannotTellChanges = (error: unknown) =>
  error instanceof Refusal && error.code === "unavailable" && [400, 404, 422].includes(Number(error.params.status));

async function mapped(fhirPatientId: string, since?: Date): Promise<IncomingRecord> {
  const { drafts, mistaken, syncedTo } = await fetchRecord(fhirPatientId, since);
  const entries = mapRecord(drafts, await codeMappings(codingsOf(drafts)));
  return { isWhole: since === undefined, entries, mistaken, syncedTo: syncedTo ?? since ?? null };
}
