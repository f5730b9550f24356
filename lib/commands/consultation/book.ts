import "server-only";
import { findApplicant, findOffering } from "@/lib/db/booking";
import { consentMac, inForce } from "@/lib/db/consents";
import type { Channel } from "@/lib/db/generated/client";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { type Booking, insertBooking } from "@/lib/db/sql/booking";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { BookConsultation } from "@/lib/domain/booking-input";
import { addMinutes, dateColumn, dayAfter, minuteOfDay, shanghaiDay } from "@/lib/domain/calendar";
import { isUnderFourteen, requireConsents } from "@/lib/domain/consent";
import { PAYMENT_MINUTES } from "@/lib/domain/consultation";
import { checkAge, checkRedFlags, qualifyForFollowUp } from "@/lib/domain/eligibility";
import { checkIntake } from "@/lib/domain/intake";
import { licenceStanding } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import { readSession, SESSION_DAYS } from "@/lib/domain/schedule";
import { visitsOf, visitTitle } from "@/lib/domain/visit";
import { notFound, Refusal } from "@/lib/errors";

const MOST_TRIES = 3;

/** Text is answered the same day; voice and video are held in the session that was chosen, of today or the days ahead. */
function placeOf(channel: Channel, chosen: string | undefined, now: Date) {
  const today = shanghaiDay(now);
  const asked = chosen === undefined ? null : readSession(chosen);
  if (channel !== "text" && (!asked || asked.day < today || asked.day > dayAfter(today, SESSION_DAYS - 1)))
    throw new Refusal("session_gone", { fields: { session: "session_gone" } });
  const day = channel === "text" ? today : (asked?.day ?? today);
  return {
    placeDay: dateColumn(day),
    placeFrom: channel === "text" ? null : (asked?.from ?? null),
    notBefore: day === today ? minuteOfDay(now) : 0,
  };
}

/** Of several sessions with one place each, whoever is beaten to the first gets the next. */
async function bookPlace(work: Work, booking: Booking) {
  for (let tries = 0; ; tries += 1) {
    const inserted = await insertBooking(work, booking);
    if (!inserted.wasFaster || tries === MOST_TRIES) return inserted;
  }
}

/**
 * Books a consultation: an active offering of an accepting doctor, red flags (R3), consents (R7, R31), the department's ages, for a follow-up a qualifying visit
 * (R1 to R4), and one place of the day. With `recordSince`, a follow-up on a record fetched earlier is refused as
 * `record_stale`, so that the flow fetches it first.
 */
export async function bookConsultation(
  work: Work,
  input: BookConsultation & { readonly recordSince?: Date },
): Promise<{ id: string }> {
  authorize(work.actor, "consultation.book");
  const { accountId, locale } = asPerson(work.actor);
  const offering = await findOffering(work, input.offeringId);
  if (!offering?.doctor.department.isActive) throw new Refusal("not_offered");
  const { doctor } = offering;
  const { status, staff } = doctor.account;
  const isLicensed = licenceStanding(staff?.licenceExpiresOn ?? null, work.now) !== "expired";
  if (!doctor.isAccepting || status !== "active" || !isLicensed) throw new Refusal("doctor_not_accepting");
  checkRedFlags(doctor.department.redFlagIds, input.redFlags);

  const consent = await work.tx.consentText.findFirst({
    where: { kind: "informed_consent", ...inForce(work.now) },
    select: { id: true, sha256: true, version: true },
  });
  if (consent?.id !== input.consentTextId || consent.sha256 !== input.consentSha256)
    throw new Refusal("consent_outdated", { rule: "R7" });

  const patient = await findApplicant(work, input.patientId);
  if (!patient) throw notFound();
  requireConsents("booking", patient, work.now);
  checkAge(patient.birthDate, doctor.department, work.now);
  const intake = checkIntake(input.intake, { ...patient, service: offering.service }, work.now);
  const isFollowUp = offering.service === "follow_up";
  const isLinked = patient.cards.length > 0;
  if (
    isFollowUp &&
    isLinked &&
    input.recordSince &&
    !(patient.recordFetchedAt && patient.recordFetchedAt >= input.recordSince)
  )
    throw new Refusal("record_stale");
  const qualifying = isFollowUp
    ? qualifyForFollowUp({
        isLinked,
        visits: visitsOf(patient.record),
        chosenVisit: input.visitId,
        policy: doctor.department,
        now: work.now,
      })
    : null;

  const id = newId();
  const signed = {
    ...{ id: newId(), consentTextId: consent.id, version: consent.version, sha256: consent.sha256 },
    ...{ accountId, patientId: patient.id, locale, agreedAt: work.now },
    isByGuardian: isUnderFourteen(patient.birthDate, work.now),
  };
  const pictureIds = [...new Set(input.pictureIds)];
  const { booked, pictures } = await bookPlace(work, {
    id,
    number: await humanNumber(work.tx, "C", work.now),
    accountId,
    patientId: patient.id,
    doctorId: doctor.id,
    departmentId: doctor.department.id,
    offeringId: offering.id,
    service: offering.service,
    channel: offering.channel,
    feeFen: offering.feeFen,
    symptoms: input.symptoms,
    intake,
    turnLimit: offering.turnLimit,
    ...placeOf(offering.channel, input.session, work.now),
    visit: qualifying && {
      fhirId: qualifying.visit.fhirId,
      at: qualifying.visit.at,
      diagnosis: visitTitle(qualifying.visit),
      isUnlisted: qualifying.suitability === "doctor_decides",
    },
    consent: { ...signed, mac: consentMac(signed) },
    pictureIds,
    dueAt: addMinutes(work.now, PAYMENT_MINUTES),
  });
  if (booked === 0) throw new Refusal("no_place_left");
  if (pictures !== pictureIds.length)
    throw new Refusal("picture_unknown", { fields: { pictureIds: "picture_unknown" } });
  work.audit({
    action: "consultation.book",
    subjectType: "consultation",
    subjectId: id,
    patientId: patient.id,
    detail: { service: offering.service, suitability: qualifying?.suitability ?? null, pictures },
  });
  return { id };
}
