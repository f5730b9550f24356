import { createHash } from "node:crypto";
import type { Identifier, Patient } from "@medplum/fhirtypes";

/** One number, two names for its system: HL7 China's, and the health ministry's (WS/T 500). A card index carries both. */
export const ID_CARD_SYSTEM = "urn:oid:2.16.840.1.113883.2.23.1.9.1";
export const NATIONAL_ID_CARD_SYSTEM = "urn:oid:2.16.156.10011.1.3";
export const PASSPORT_SYSTEM = "urn:hospital:passport";
export const HEALTH_CARD_SYSTEM = "urn:hospital:health-card";

/** No province has this code, so that no living person has such a number. */
const NOWHERE = "990000";
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of a resident ID's first 17 digits (GB 11643-1999). */
export function residentIdCheck(digits17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0);
  return "10X98765432".charAt(sum % 11);
}

export const numberOf = (patient: Patient, system: string): string | undefined =>
  patient.identifier?.find((identifier) => identifier.system === system)?.value;

/** Whether the file says who the person is here: then its birth date belongs to that number. */
export const isIdentified = (patient: Patient): boolean =>
  [ID_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM, PASSPORT_SYSTEM].some((system) => numberOf(patient, system) !== undefined);

/** The patient with a card number and an ID number, made from logical id, birth date and sex where the file has none. */
export function withNumbers(patient: Patient): Patient {
  const { id = "", birthDate = "", gender, identifier = [] } = patient;
  const serial = createHash("sha256").update(id).digest().readUInt32BE();
  const added: Identifier[] = [];
  if (!numberOf(patient, HEALTH_CARD_SYSTEM)) {
    const value = `CQ9${String(serial % 1_000_000_000).padStart(9, "0")}`;
    added.push({ use: "usual", system: HEALTH_CARD_SYSTEM, value });
  }
  if (!isIdentified(patient)) {
    const order = 2 * (serial % 500) + (gender === "male" ? 1 : 0);
    const digits = `${NOWHERE}${birthDate.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
    const value = digits + residentIdCheck(digits);
    for (const system of [ID_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM]) added.push({ use: "official", system, value });
  }
  return { ...patient, identifier: [...identifier, ...added] };
}
