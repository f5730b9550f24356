import "server-only";
import { z } from "zod";
import { identifierSystems } from "@/lib/domain/record";
import { ERRAND_MS, searchAll } from "./client";
import { id, list, text } from "./parts";

/** A person on file at the hospital, as far as linking a card needs to know. */
export interface HisPatient {
  readonly fhirId: string;
  /** Every way in which the current name is written there. */
  readonly names: readonly string[];
  /** `YYYY-MM-DD`; null where the server does not say a full day. */
  readonly birthDay: string | null;
  readonly identifiers: readonly { readonly system: string; readonly value: string }[];
}

const patient = z.object({
  id,
  active: z.boolean().optional().catch(undefined),
  name: list(z.object({ use: text, text, family: text, given: list(z.string()) })),
  birthDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .catch(null),
  identifier: list(z.object({ system: text, value: text })),
});

const spellings = ({ text: whole, family, given }: z.output<typeof patient>["name"][number]): string[] => {
  const first = given.join(" ");
  return [whole, family && first ? `${family} ${first}` : undefined].filter((name) => name !== undefined);
};

/**
 * The one person whom a card number or an ID number belongs to; null where there is none, or more than one.
 * Throws the refusal `unavailable`.
 */
export async function findPatient(
  by: { readonly cardNumber: string } | { readonly idSystem: string; readonly idValue: string },
): Promise<HisPatient | null> {
  const [system, value] = "cardNumber" in by ? [identifierSystems.card, by.cardNumber] : [by.idSystem, by.idValue];
  const { resources } = await searchAll(
    "Patient",
    { identifier: `${system}|${value}` },
    AbortSignal.timeout(ERRAND_MS),
  );
  const people = resources
    .flatMap((resource) => patient.safeParse(resource).data ?? [])
    .filter(({ active }) => active !== false);
  const [person] = people;
  if (!person || people.length > 1) return null;
  return {
    fhirId: person.id,
    names: person.name.filter(({ use }) => use !== "old" && use !== "maiden").flatMap(spellings),
    birthDay: person.birthDate,
    identifiers: person.identifier.flatMap(({ system, value }) => (system && value ? [{ system, value }] : [])),
  };
}
