import { Refusal } from "@/lib/errors";
import { ageInYears } from "./calendar";

/** What is agreed to, each on its own (R7, R31). */
export const consentKinds = ["informed_consent", "health_data", "guardian", "third_party_delivery"] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** What a person is about to do: have a record fetched, book, or have medicine sent by a carrier. */
export type ConsentStep = "record" | "booking" | "delivery";

/** From this birthday on a person's data is no longer a child's, and nobody else's consent stands for the person's own (PIPL 31). */
export const OWN_CONSENT_YEARS = 14;

export const isUnderFourteen = (birthDate: Date, now: Date): boolean => ageInYears(birthDate, now) < OWN_CONSENT_YEARS;

const ofStep: Readonly<Record<ConsentStep, ConsentKind>> = {
  record: "health_data",
  booking: "health_data",
  delivery: "third_party_delivery",
};

/**
 * The separate consents that a step needs (R31), the guardian's first: PIPL 29 asks for one for health data, PIPL 31 for a
 * parent's for a child under fourteen, by the hospital's calendar. The informed consent (R7) is given with each booking.
 */
export const neededConsents = (step: ConsentStep, birthDate: Date, now: Date): ConsentKind[] =>
  isUnderFourteen(birthDate, now) ? ["guardian", ofStep[step]] : [ofStep[step]];

/** A consent that was neither withdrawn nor given to a text that is no longer in force. */
export interface LiveConsent {
  readonly isByGuardian: boolean;
  readonly text: { readonly kind: string };
}

/** What a step still lacks. What a guardian signed ends on the fourteenth birthday: the person is asked anew. */
export function missingConsents(
  step: ConsentStep,
  patient: { readonly birthDate: Date; readonly consents: readonly LiveConsent[] },
  now: Date,
): ConsentKind[] {
  const isChild = isUnderFourteen(patient.birthDate, now);
  const given = new Set(
    patient.consents.filter(({ isByGuardian }) => isChild || !isByGuardian).map(({ text }) => text.kind),
  );
  return neededConsents(step, patient.birthDate, now).filter((kind) => !given.has(kind));
}

/** Throws `consent_needed` (R31) with the kinds that are missing: the screen leads to them and back. */
export function requireConsents(
  step: ConsentStep,
  patient: { readonly birthDate: Date; readonly consents: readonly LiveConsent[] },
  now: Date,
): void {
  const missing = missingConsents(step, patient, now);
  if (missing.length > 0) throw new Refusal("consent_needed", { rule: "R31", params: { kinds: missing.join(",") } });
}

/** A kind that an address names; null where it names none. */
export const readConsentKind = (text: string): ConsentKind | null => consentKinds.find((kind) => kind === text) ?? null;
