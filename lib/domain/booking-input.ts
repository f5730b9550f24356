import { z } from "zod";
import { MOST_PICTURES, SYMPTOMS } from "./booking-limits";
import { Intake } from "./intake";
import { SESSION } from "./schedule";
import { passage } from "./text-input";

/** A department's questions and what was answered. */
const redFlags = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), z.enum(["yes", "no"])).default({});

const under = (raw: object, prefix: string) =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** A form sends the answers as `redFlags.<id>` and `intake.<field>`. */
function gatherAnswers(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || "redFlags" in raw) return raw;
  const gathered: Record<string, unknown> = { redFlags: under(raw, "redFlags.") };
  if (Object.keys(raw).some((name) => name.startsWith("intake."))) gathered.intake = under(raw, "intake.");
  const rest = Object.entries(raw).filter(([name]) => !/^(redFlags|intake)\./.test(name));
  return { ...Object.fromEntries(rest), ...gathered };
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
    /** Voice and video: the session that was chosen, `YYYY-MM-DD/minute`. */
    session: z.string().regex(SESSION, "session_gone").optional(),
    consentTextId: z.uuid("consent_missing"),
    consentSha256: z.string("consent_missing").min(1, "consent_missing").max(100),
    isAgreed: z.literal("on", "consent_missing"),
    redFlags,
    symptoms: passage({ ...SYMPTOMS, tooShort: "symptoms_too_short", tooLong: "symptoms_too_long" }),
    intake: Intake,
    pictureIds: z.array(z.uuid()).max(MOST_PICTURES, "too_many_pictures").default([]),
  }),
);
export type BookConsultation = z.output<typeof BookConsultation>;

export const CancelConsultation = z.strictObject({ consultationId: z.uuid() });
