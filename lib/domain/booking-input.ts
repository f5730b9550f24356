import { z } from "zod";
import { MOST_PICTURES, SYMPTOMS } from "./booking-limits";
import { passage } from "./text-input";

/** A department's questions and what was answered; a form sends them as `redFlags.<id>`. */
const redFlags = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), z.enum(["yes", "no"])).default({});

function gatherAnswers(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || "redFlags" in raw) return raw;
  const parted = Object.groupBy(Object.entries(raw), ([name]) => (name.startsWith("redFlags.") ? "answers" : "rest"));
  const answers = (parted.answers ?? []).map(([name, value]) => [name.slice("redFlags.".length), value]);
  return { ...Object.fromEntries(parted.rest ?? []), redFlags: Object.fromEntries(answers) };
}

/** The red-flag questions alone, answered before anything else is written. */
export const AnswerRedFlags = z.preprocess(gatherAnswers, z.strictObject({ offeringId: z.uuid(), redFlags }));
export type AnswerRedFlags = z.output<typeof AnswerRedFlags>;

export const BookConsultation = z.preprocess(
  gatherAnswers,
  z.strictObject({
    offeringId: z.uuid(),
    patientId: z.uuid(),
    /** Follow-up: the FHIR id of the visit it starts from; without it the newest that qualifies. */
    visitId: z.string().max(64).optional(),
    consentTextId: z.uuid("consent_missing"),
    consentSha256: z.string("consent_missing").min(1, "consent_missing").max(100),
    isAgreed: z.literal("on", "consent_missing"),
    redFlags,
    symptoms: passage({ ...SYMPTOMS, tooShort: "symptoms_too_short", tooLong: "symptoms_too_long" }),
    pictureIds: z.array(z.uuid()).max(MOST_PICTURES, "too_many_pictures").default([]),
  }),
);
export type BookConsultation = z.output<typeof BookConsultation>;

export const CancelConsultation = z.strictObject({ consultationId: z.uuid() });
