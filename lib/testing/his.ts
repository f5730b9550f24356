import { vi } from "vitest";
import { identifierSystems } from "@/lib/domain/record";
import type { Applicant } from "./applicant";

interface OnFile {
  readonly name?: string;
  readonly birthDay?: string;
  readonly idNumber?: string;
  /** When visits for high blood pressure took place. */
  readonly visits?: readonly Date[];
}

const bundle = (resources: unknown[]) => ({
  resourceType: "Bundle",
  type: "searchset",
  entry: resources.map((resource) => ({ resource })),
});

/** Plays the hospital's FHIR server: it knows one person's card, or is down. Returns the paths that were asked for, with their search. */
export function hospitalKnows(person: Applicant, onFile: OnFile = {}): string[] {
  const patient = {
    resourceType: "Patient",
    id: person.fhirPatientId,
    name: [{ text: onFile.name ?? person.name }],
    birthDate: onFile.birthDay ?? "1990-05-01",
    identifier: [{ system: identifierSystems.resident_id, value: onFile.idNumber ?? person.idNumber }],
  };
  const encounters = (onFile.visits ?? []).map((at, index) => ({
    resourceType: "Encounter",
    id: `fetched-${index}`,
    status: "finished",
    class: { code: "AMB" },
    period: { start: at.toISOString() },
    reasonCode: [{ coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "I10" }], text: "高血压" }],
  }));
  return hospitalAnswers((url) => {
    if (url.pathname.endsWith("/Patient"))
      return bundle(
        url.searchParams.get("identifier") === `${identifierSystems.card}|${person.cardNumber}` ? [patient] : [],
      );
    return bundle(url.pathname.endsWith("/Encounter") ? encounters : []);
  });
}

/** The hospital's FHIR server cannot be reached. */
export const hospitalIsDown = (): string[] =>
  hospitalAnswers(() => {
    throw new TypeError("fetch failed");
  });

function hospitalAnswers(answer: (url: URL) => unknown): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: URL) => {
    asked.push(`${url.pathname}${url.search}`);
    return Response.json(answer(url));
  });
  return asked;
}
