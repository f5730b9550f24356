import "server-only";
import { codingsOf, type MappedEntry, mapRecord } from "@/lib/domain/record";
import { fetchRecord } from "@/lib/gateways/his/fetch-record";
import { codeMappings } from "@/lib/queries/jobs/code-maps";

/** The record at the hospital's server with its codes mapped; throws the refusal `unavailable`. */
export async function fetchMapped(fhirPatientId: string): Promise<MappedEntry[]> {
  const drafts = await fetchRecord(fhirPatientId);
  return mapRecord(drafts, await codeMappings(codingsOf(drafts)));
}
