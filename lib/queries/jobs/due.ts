import "server-only";
import { db } from "@/lib/db/client";
import { addDays, addMinutes, addSeconds, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { RING_SECONDS, SILENT_SECONDS } from "@/lib/domain/call";
import { NUDGE_MINUTES } from "@/lib/domain/consultation";
import { DRAFT_DAYS } from "@/lib/domain/draft-input";
import { SHELF_REMINDER_DAYS } from "@/lib/domain/order";
import { REVIEW_MINUTES } from "@/lib/domain/prescription";
import { COMPLETE_DAYS, LOST_DAYS, POLL_AFTER_HOURS, STALE_HOURS } from "@/lib/domain/shipment";

const AT_ONCE = 200;

type Ids = Promise<{ id: string }[]>;

/** Consultations, orders and prescriptions whose deadline has passed, oldest first. */
export const dueConsultations = (now: Date): Ids =>
  db().consultation.findMany({
    where: { dueAt: { lte: now } },
    select: { id: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });

/** Consultations whose deadline is near, and whose doctor has not been reminded of it. */
export const nearDeadlines = (now: Date): Ids => db().$queryRaw`
  SELECT "id" FROM "Consultation"
  WHERE "status" IN ('waiting', 'in_progress') AND "dueAt" > ${now} AND "dueAt" <= ${addMinutes(now, NUDGE_MINUTES)}
    AND "nudgedFor" IS DISTINCT FROM "dueAt"
  ORDER BY "dueAt" LIMIT ${AT_ONCE}`;

/** Finished consultations whose planned follow-up has come, and was not spoken of yet. */
export const dueFollowUps = (now: Date): Ids =>
  db().consultation.findMany({
    where: { followUpOn: { lte: dateColumn(shanghaiDay(now)) }, followUpToldAt: null },
    select: { id: true },
    orderBy: { followUpOn: "asc" },
    take: AT_ONCE,
  });

/** Calls that nobody answered in time, or of which one end is not heard any more. */
export const dueCalls = (now: Date): Ids =>
  db().call.findMany({
    where: {
      OR: [
        { status: "ringing", startedAt: { lte: addSeconds(now, -RING_SECONDS) } },
        { status: "active", callerSeenAt: { lte: addSeconds(now, -SILENT_SECONDS) } },
        { status: "active", answererSeenAt: { lte: addSeconds(now, -SILENT_SECONDS) } },
      ],
    },
    select: { id: true },
    take: AT_ONCE,
  });

export const dueOrders = (now: Date): Ids =>
  db().order.findMany({
    where: { dueAt: { lte: now }, status: { in: ["awaiting_payment", "ready_for_pickup"] } },
    select: { id: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });

/** Prepared orders that leave the shelf soon, and of which the patient was not reminded. */
export const ordersSoonOffShelf = (now: Date): Ids =>
  db().order.findMany({
    where: { status: "ready_for_pickup", remindedAt: null, dueAt: { lte: addDays(now, SHELF_REMINDER_DAYS) } },
    select: { id: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });

export const duePrescriptions = (now: Date): Ids =>
  db().prescription.findMany({
    where: {
      validUntil: { lte: now },
      status: { in: ["in_review", "returned", "approved"] },
      orders: { none: { status: { notIn: ["lapsed", "cancelled"] } } },
    },
    select: { id: true },
    orderBy: { validUntil: "asc" },
    take: AT_ONCE,
  });

/** Claims on a person that nobody has decided in time. */
export const dueClaims = (now: Date): Ids =>
  db().patientClaim.findMany({
    where: { status: "pending", dueAt: { lte: now } },
    select: { id: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });

/** Applications that nobody has typed on for a month. */
export const dueDrafts = (now: Date): Ids =>
  db().bookingDraft.findMany({
    where: { updatedAt: { lte: addDays(now, -DRAFT_DAYS) } },
    select: { id: true },
    orderBy: { updatedAt: "asc" },
    take: AT_ONCE,
  });

const underWay = { notIn: ["signed" as const, "returned" as const] };
/** Of which nothing was heard since a moment. */
const silentSince = (at: Date) => ({
  OR: [{ lastEventAt: { lte: at } }, { lastEventAt: null, createdAt: { lte: at } }],
});

/** Parcels of which nothing was heard for two days, and whose silence was not told. */
export const staleParcels = (now: Date): Ids =>
  db().shipment.findMany({
    where: {
      ...{ status: underWay, staleToldAt: null, order: { status: "shipped" } },
      ...silentSince(addMinutes(now, -STALE_HOURS * 60)),
    },
    select: { id: true },
    take: AT_ONCE,
  });

/** Orders with a parcel that has been silent for so long that it is lost. */
export const lostOrders = (now: Date): Ids =>
  db().order.findMany({
    where: { status: "shipped", shipments: { some: { status: underWay, ...silentSince(addDays(now, -LOST_DAYS)) } } },
    select: { id: true },
    take: AT_ONCE,
  });

/** Orders whose parcels the carrier has handed over, and that nobody has signed for. */
export const unsignedOrders = (now: Date): Ids =>
  db().order.findMany({
    where: {
      status: "shipped",
      shipments: { some: {}, every: { status: "signed", lastEventAt: { lte: addDays(now, -COMPLETE_DAYS) } } },
    },
    select: { id: true },
    take: AT_ONCE,
  });

/** Parcels that have been silent for hours: the platform is asked about them. */
export const silentParcels = (now: Date): Ids => {
  const before = addMinutes(now, -POLL_AFTER_HOURS * 60);
  return db().shipment.findMany({
    where: {
      AND: [
        { status: underWay, subscribedAt: { not: null }, order: { status: "shipped" } },
        silentSince(before),
        { OR: [{ polledAt: null }, { polledAt: { lte: before } }] },
      ],
    },
    select: { id: true },
    orderBy: { polledAt: { sort: "asc", nulls: "first" } },
    take: AT_ONCE,
  });
};

/** Parcels whose tracking the carrier platform has not confirmed yet. */
export const unsubscribedShipments = (createdBefore: Date): Ids =>
  db().shipment.findMany({
    where: { subscribedAt: null, createdAt: { lt: createdBefore } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: AT_ONCE,
  });

/** Prescriptions that have waited too long for their review, and of which the head pharmacist was not told. */
export const overdueReviews = (now: Date): Ids =>
  db().prescription.findMany({
    where: { status: "in_review", escalatedAt: null, submittedAt: { lte: addMinutes(now, -REVIEW_MINUTES) } },
    select: { id: true },
    orderBy: { submittedAt: "asc" },
    take: AT_ONCE,
  });

/** Dispensed prescriptions whose supply comes to its end, and whose patient was not told. */
export const dueRenewals = (now: Date): Ids =>
  db().prescription.findMany({
    where: { status: "dispensed", remindedAt: null, renewalDueAt: { lte: now } },
    select: { id: true },
    orderBy: { renewalDueAt: "asc" },
    take: AT_ONCE,
  });

/** Terms of services whose day has begun, the earliest first. */
export const dueTerms = (now: Date): Ids =>
  db().offeringTerms.findMany({
    where: { appliedAt: null, withdrawnAt: null, fromDay: { lte: dateColumn(shanghaiDay(now)) } },
    orderBy: [{ fromDay: "asc" }, { id: "asc" }],
    select: { id: true },
    take: AT_ONCE,
  });

/** Kept reports whose morning has come, of people who may still have them. */
export const dueReports = (now: Date): Ids =>
  db().savedReport.findMany({
    where: { nextAt: { lte: now }, account: { status: "active", role: { in: ["admin", "auditor"] } } },
    select: { id: true },
    take: AT_ONCE,
  });

/** Report files whose days are over. */
export const oldReportFiles = (now: Date): Ids =>
  db().reportFile.findMany({ where: { goneAt: { lte: now } }, select: { id: true }, take: AT_ONCE });

/** Destructions that two people stand behind and that are not done. */
export const approvedDestructions = (_now: Date): Ids =>
  db().destruction.findMany({ where: { status: "approved" }, select: { id: true }, orderBy: { decidedAt: "asc" } });

/** Planned tables whose day has begun, the first day first. */
export const dueConfigs = (now: Date): Ids =>
  db().configVersion.findMany({
    where: { fromDay: { lte: dateColumn(shanghaiDay(now)) }, appliedAt: null, withdrawnAt: null },
    select: { id: true },
    orderBy: [{ fromDay: "asc" }, { plannedAt: "asc" }],
    take: AT_ONCE,
  });
