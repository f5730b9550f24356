import type { CodeableConcept, Patient, Resource } from "@medplum/fhirtypes";
import { HEALTH_CARD_SYSTEM, ID_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM, numberOf, PASSPORT_SYSTEM } from "./identifiers";
import type { PersonOnFile } from "./people";

/** A person on file, and what is current with them in the words of their record. */
export interface Person extends PersonOnFile {
  fhirId: string;
  conditions: string[];
  allergies: string[];
  medicines: string[];
}

/** Who a patient is, and what the resources of their record say of them. */
export function personOf(
  patient: Patient,
  record: readonly Resource[],
): Omit<Person, "lastVisitDaysAgo" | "department"> {
  const passport = numberOf(patient, PASSPORT_SYSTEM);
  const resident = numberOf(patient, NATIONAL_ID_CARD_SYSTEM) ?? numberOf(patient, ID_CARD_SYSTEM);
  const name = patient.name?.find(({ use }) => use !== "maiden" && use !== "old") ?? patient.name?.[0];
  const texts = (textOf: (resource: Resource) => CodeableConcept | false | undefined) => [
    ...new Set(record.flatMap((resource) => shown(textOf(resource) || undefined) ?? [])),
  ];
  return {
    fhirId: patient.id ?? "",
    name: name?.text ?? [...(name?.given ?? []), name?.family].filter(Boolean).join(" "),
    birthDate: patient.birthDate ?? "",
    sex: patient.gender === "male" ? "male" : "female",
    idType: resident ? "resident_id" : "passport",
    idNumber: resident ?? passport ?? "",
    cardNumber: numberOf(patient, HEALTH_CARD_SYSTEM) ?? "",
    conditions: texts((one) => one.resourceType === "Condition" && isActive(one.clinicalStatus) && one.code),
    allergies: texts((one) => one.resourceType === "AllergyIntolerance" && isActive(one.clinicalStatus) && one.code),
    medicines: texts(
      (one) => one.resourceType === "MedicationRequest" && one.status === "active" && one.medicationCodeableConcept,
    ),
  };
}

const isActive = (status?: CodeableConcept) => status?.coding?.[0]?.code === "active";
const shown = (concept?: CodeableConcept) => concept?.text ?? concept?.coding?.[0]?.display;
