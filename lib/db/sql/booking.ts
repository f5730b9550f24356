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
  /** Midnight UTC of the calendar day in Asia/Shanghai. */
  readonly placeDay: Date;
  readonly placesPerDay: number;
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

/**
 * One place of the day, the consultation with its first event, the consent and the pictures, and the draft taken away, in one
 * statement: all of it or, where no place is left, nothing. Returns how many consultations (0 or 1) and pictures were bound. Throws `already_booked` where
 * the person has an open consultation with this doctor.
 */
export async function insertBooking(work: Work, booking: Booking): Promise<{ booked: number; pictures: number }> {
  const { id, accountId, patientId, visit, consent } = booking;
  const insertion = work.tx.$queryRaw<{ booked: number; pictures: number }[]>`
    WITH place AS (
      INSERT INTO "DoctorDay" AS d ("doctorId", "offeringId", "day", "places", "taken")
      SELECT ${booking.doctorId}::uuid, ${booking.offeringId}::uuid, ${booking.placeDay}::date, ${booking.placesPerDay}::int, 1
      WHERE ${booking.placesPerDay}::int > 0
      ON CONFLICT ("offeringId", "day") DO UPDATE SET "taken" = d."taken" + 1 WHERE d."taken" < d."places"
      RETURNING "day"
    ), booked AS (
      INSERT INTO "Consultation" ("id", "number", "accountId", "patientId", "doctorId", "departmentId", "offeringId", "service",
        "channel", "feeFen", "symptoms", "intake", "placeDay", "visitFhirId", "visitAt", "visitDiagnosis", "visitUnlisted", "consentSha256", "createdAt",
        "dueAt", "turnLimit")
      SELECT ${id}::uuid, ${booking.number}, ${accountId}::uuid, ${patientId}::uuid, ${booking.doctorId}::uuid,
        ${booking.departmentId}::uuid, ${booking.offeringId}::uuid, ${booking.service}::"ServiceKind", ${booking.channel}::"Channel",
        ${booking.feeFen}::int, ${booking.symptoms}, ${JSON.stringify(booking.intake)}::jsonb, "day", ${visit?.fhirId ?? null}, ${visit?.at ?? null}::timestamptz,
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
      WHERE "File"."id" = ANY(${booking.pictureIds}::uuid[]) AND "ownerId" = ${accountId}::uuid AND "consultationId" IS NULL
      RETURNING "File"."id"
    )
    SELECT (SELECT count(*)::int FROM booked) AS "booked", (SELECT count(*)::int FROM pictures) AS "pictures"`;
  const [result] = await insertion.catch((error) => {
    if (isUniqueViolation(error, "Consultation_open")) throw new Refusal("already_booked");
    throw error;
  });
  return result ?? { booked: 0, pictures: 0 };
}
