import "server-only";
import type { ResourceType } from "@medplum/fhirtypes";
import type { RecordDraft, RecordKind } from "@/lib/domain/record";
import { ERRAND_MS, searchAll } from "./client";
import { readResource } from "./read-resource";

const resourceTypes = {
  encounter: "Encounter",
  condition: "Condition",
  allergy: "AllergyIntolerance",
  medication: "MedicationRequest",
  observation: "Observation",
} as const satisfies Record<RecordKind, ResourceType>;

/**
 * The whole record of one patient, by the logical id at the hospital's server. Either everything or the refusal `unavailable`:
 * half a record could hide an allergy.
 */
export async function fetchRecord(fhirPatientId: string): Promise<RecordDraft[]> {
  const errand = AbortSignal.timeout(ERRAND_MS);
  const kinds = Object.keys(resourceTypes) as RecordKind[];
  const parts = await Promise.all(
    kinds.map(async (kind) => {
      const resources = await searchAll(resourceTypes[kind], { patient: fhirPatientId }, errand);
      return resources.flatMap((resource) => readResource(kind, resource) ?? []);
    }),
  );
  return parts.flat();
}
