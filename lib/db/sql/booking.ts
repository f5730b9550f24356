import "server-only";
import type { Intake } from "@/lib/domain/intake";
import { Refusal } from "@/lib/errors";
import type { SignedConsent } from "../consents";
import type { Channel, ServiceKind } from "../generated/client";
import { newId } from "../id";
import type { Work } from "../transact";
import { isUniqueViolation } from "../unique-violation";

export interface Booking {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly patientId: string;
  readonly doctorId: string;
  readonly departmentId: string;
  readonly offeringId: string;
  readonly service: ServiceKind;
  readonly channel: Channel;
  readonly feeFen: number;
  readonly symptoms: string;
  readonly intake: Intake;
  readonly turnLimit: number;
  /** The session: its day (a date column) and, where one was chosen, its first minute; else the next of the day that has a place. */
  readonly placeDay: Date;
  readonly placeFrom: number | null;
  /** Sessions of the day that have ended by this minute are over. */
  readonly notBefore: number;
  readonly visit: {
    readonly fhirId: string;
    readonly at: Date;
    readonly diagnosis: string;
    readonly isUnlisted: boolean;
  } | null;
  /** The informed consent, signed for this booking. */
  readonly consent: SignedConsent;
  readonly pictureIds: readonly string[];
  readonly dueAt: Date;
}

interface Inserted {
  readonly booked: number;
  readonly pictures: number;
  /** Somebody else took the session's last place at this very moment: a later session may still have one. */
  readonly wasFaster: boolean;
}

/**
 * One place of a session, the consultation with its first event, the consent and the pictures, and the draft taken away, in one
 * statement: all of it or, where no place is left, nothing. Returns how many consultations (0 or 1) and pictures were bound. Throws `already_booked` where
 * the person has an open consultation with this doctor.
 */
export async function insertBooking(work: Work, booking: Booking): Promise<Inserted> {
  const { id, accountId, patientId, visit, consent } = booking;
  const insertion = work.tx.$queryRaw<Inserted[]>`
    WITH session AS (
      SELECT s.* FROM sessions_of(${booking.offeringId}::uuid, ${booking.placeDay}::date) s
      LEFT JOIN "DoctorDay" d ON d."offeringId" = ${booking.offeringId}::uuid AND d."day" = ${booking.placeDay}::date AND d."fromMinute" = s."fromMinute"
      WHERE s."toMinute" > ${booking.notBefore}::int AND s."places" > COALESCE(d."taken", 0)
        AND s."fromMinute" = COALESCE(${booking.placeFrom}::int, s."fromMinute")
      ORDER BY s."fromMinute" LIMIT 1
    ), place AS (
      INSERT INTO "DoctorDay" AS d ("doctorId", "offeringId", "day", "fromMinute", "toMinute", "places", "taken", "issued")
      SELECT ${booking.doctorId}::uuid, ${booking.offeringId}::uuid, ${booking.placeDay}::date, "fromMinute", "toMinute", "places", 1, 1
      FROM session
      ON CONFLICT ("offeringId", "day", "fromMinute") DO UPDATE
        SET "taken" = d."taken" + 1, "issued" = d."issued" + 1, "places" = EXCLUDED."places", "toMinute" = EXCLUDED."toMinute"
        WHERE d."taken" < EXCLUDED."places"
      RETURNING "day", "fromMinute", "toMinute", "issued"
    ), booked AS (
      INSERT INTO "Consultation" ("id", "number", "accountId", "patientId", "doctorId", "departmentId", "offeringId", "service",
        "channel", "feeFen", "symptoms", "intake", "placeDay", "placeFrom", "placeTo", "queueNumber", "visitFhirId", "visitAt", "visitDiagnosis", "visitUnlisted", "consentSha256", "createdAt",
        "dueAt", "turnLimit")
      SELECT ${id}::uuid, ${booking.number}, ${accountId}::uuid, ${patientId}::uuid, ${booking.doctorId}::uuid,
        ${booking.departmentId}::uuid, ${booking.offeringId}::uuid, ${booking.service}::"ServiceKind", ${booking.channel}::"Channel",
        ${booking.feeFen}::int, ${booking.symptoms}, ${JSON.stringify(booking.intake)}::jsonb, "day", "fromMinute", "toMinute", "issued", ${visit?.fhirId ?? null}, ${visit?.at ?? null}::timestamptz,
        ${visit?.diagnosis ?? null}, ${visit?.isUnlisted ?? false}, ${booking.consent.sha256}, ${work.now}, ${booking.dueAt}, ${booking.turnLimit}::int
      FROM place
      RETURNING "id"
    ), event AS (
      INSERT INTO "ConsultationEvent" ("id", "consultationId", "event", "toStatus", "actorId", "at")
      SELECT ${newId()}::uuid, "id", 'book', 'awaiting_payment', ${accountId}::uuid, ${work.now} FROM booked
    ), consent AS (
      INSERT INTO "Consent" ("id", "consentTextId", "accountId", "patientId", "sha256", "locale", "isByGuardian", "agreedAt", "mac")
      SELECT ${consent.id}::uuid, ${consent.consentTextId}::uuid, ${accountId}::uuid, ${patientId}::uuid, ${consent.sha256},
        ${consent.locale}, ${consent.isByGuardian}, ${consent.agreedAt}, ${consent.mac} FROM booked
    ), draft AS (
      DELETE FROM "BookingDraft" USING booked
      WHERE "accountId" = ${accountId}::uuid AND "patientId" = ${patientId}::uuid AND "offeringId" = ${booking.offeringId}::uuid
    ), pictures AS (
      UPDATE "File" SET "consultationId" = booked."id" FROM booked
      WHERE "File"."id" = ANY(${booking.pictureIds}::uuid[]) AND "ownerId" = ${accountId}::uuid AND "consultationId" IS NULL AND "seconds" IS NULL
      RETURNING "File"."id"
    )
    SELECT (SELECT count(*)::int FROM booked) AS "booked", (SELECT count(*)::int FROM pictures) AS "pictures",
      EXISTS (SELECT FROM session) AND NOT EXISTS (SELECT FROM place) AS "wasFaster"`;
  const [result] = await insertion.catch((error) => {
    if (isUniqueViolation(error, "Consultation_open")) throw new Refusal("already_booked");
    throw error;
  });
  return result ?? { booked: 0, pictures: 0, wasFaster: false };
}
