import "server-only";
import type { ResourceType } from "@medplum/fhirtypes";
import type { RecordDraft, RecordKind, RecordPart } from "@/lib/domain/record";
import { ERRAND_MS, searchAll } from "./client";
import { readResource } from "./read-resource";
import { idOf, updatedAtOf } from "./resource-meta";

const resourceTypes = {
  encounter: "Encounter",
  condition: "Condition",
  allergy: "AllergyIntolerance",
  medication: "MedicationRequest",
  observation: "Observation",
  report: "DiagnosticReport",
} as const satisfies Record<RecordKind, ResourceType>;

export interface FetchedRecord {
  readonly drafts: readonly RecordDraft[];
  /** What the server marks as mistaken: it is no part of the record, or no longer. */
  readonly mistaken: readonly RecordPart[];
  /** Up to when, by the server's own clock, everything is in here; null where the server tells no time. */
  readonly syncedTo: Date | null;
}

/**
 * The whole record of one patient, by the logical id at the hospital's server, or what changed `since` a moment of that server's clock.
 * Either everything or the refusal `unavailable`: half a record could hide an allergy.
 */
export async function fetchRecord(fhirPatientId: string, since?: Date): Promise<FetchedRecord> {
  const errand = AbortSignal.timeout(ERRAND_MS);
  const query = { patient: fhirPatientId, ...(since && { _lastUpdated: `ge${since.toISOString()}` }) };
  const parts = await Promise.all(
    (Object.keys(resourceTypes) as RecordKind[]).map(async (kind) => ({
      kind,
      ...(await searchAll(resourceTypes[kind], query, errand)),
    })),
  );
  const read = parts.flatMap(({ kind, resources }) =>
    resources.map((resource) => ({ kind, fhirId: idOf(resource), draft: readResource(kind, resource) })),
  );
  const times = parts.flatMap(({ asOf }) => asOf?.getTime() ?? []);
  const updates = parts.flatMap(({ resources }) => resources.flatMap((one) => updatedAtOf(one)?.getTime() ?? []));
  // The earliest answer: what changed while the others were given is asked for again.
  const syncedTo = times.length === parts.length ? Math.min(...times) : updates.reduce((a, b) => Math.max(a, b), 0);
  return {
    drafts: read.flatMap(({ draft }) => draft ?? []),
    mistaken: read.flatMap(({ kind, fhirId, draft }) => (fhirId && !draft ? { kind, fhirId } : [])),
    syncedTo: syncedTo > 0 ? new Date(syncedTo) : null,
  };
}
