import "server-only";
import type { Prisma } from "@/lib/db/client";

const names = { nameZh: true, nameEn: true } as const;
const oldestFirst = { createdAt: "asc" } as const;

const payments = {
  orderBy: oldestFirst,
  select: {
    ...{ purpose: true, amountFen: true, refundedFen: true, status: true, createdAt: true, settledAt: true },
    refunds: {
      orderBy: oldestFirst,
      select: { amountFen: true, status: true, reasonCode: true, createdAt: true, settledAt: true },
    },
  },
} as const;

/** A consultation as its patient's copy holds it. */
export const consultationCopy = {
  ...{ id: true, number: true, service: true, channel: true, status: true, feeFen: true, symptoms: true, intake: true },
  ...{ visitFhirId: true, visitAt: true, visitDiagnosis: true, createdAt: true, paidAt: true, acceptedAt: true },
  ...{ firstReplyAt: true, closedAt: true, closeReason: true, closeAdvice: true, consentSha256: true },
  department: { select: names },
  doctor: { select: { ...names, title: true, certificateNo: true } },
  events: { orderBy: { at: "asc" }, select: { event: true, toStatus: true, reason: true, at: true } },
  messages: {
    where: { recalledAt: null, kind: { not: "recall" } },
    orderBy: { seq: "asc" },
    select: {
      ...{ seq: true, kind: true, senderRole: true, body: true, createdAt: true },
      file: { select: { id: true, mediaType: true } },
    },
  },
  rating: { select: { stars: true, tags: true, words: true, createdAt: true } },
  files: { orderBy: oldestFirst, select: { id: true, mediaType: true } },
  payments,
} as const satisfies Prisma.ConsultationSelect;

export const prescriptionCopy = {
  ...{ id: true, number: true, status: true, createdAt: true, submittedAt: true, approvedAt: true, validUntil: true },
  ...{ closedAt: true, closeReason: true },
  consultation: { select: { number: true } },
  versions: {
    orderBy: { number: "asc" },
    select: {
      ...{ number: true, diagnosisCodes: true, diagnosisText: true, advice: true, validDays: true, supplyReason: true },
      ...{ overrides: true, assessment: true, states: true, weightKg: true, guardianConfirmed: true },
      ...{ contentSha256: true, signedAt: true },
      items: {
        orderBy: { position: "asc" },
        select: {
          ...{ dose: true, doseUnit: true, frequency: true, route: true, timing: true },
          ...{ days: true, packs: true, unitPriceFen: true },
          ...{ note: true, medicine: { select: { code: true, ...names, strengthZh: true, strengthEn: true } } },
        },
      },
    },
  },
  reviews: {
    orderBy: { at: "asc" },
    select: { decision: true, reasonCode: true, note: true, checkedPoints: true, at: true },
  },
} as const satisfies Prisma.PrescriptionSelect;

export const orderCopy = {
  ...{ id: true, number: true, status: true, fulfilment: true, medicineFen: true, deliveryFen: true },
  ...{ deliveryPayment: true, provinceCode: true, addressSealed: true, createdAt: true, paidAt: true },
  ...{ handedOverAt: true, completedAt: true },
  prescription: { select: { number: true } },
  items: {
    orderBy: { position: "asc" },
    select: { packs: true, unitPriceFen: true, medicine: { select: { code: true, ...names } } },
  },
  events: { orderBy: { at: "asc" }, select: { event: true, toStatus: true, reason: true, at: true } },
  payments,
  shipments: {
    select: {
      ...{ carrierCode: true, trackingNumber: true, status: true },
      events: { orderBy: { at: "asc" }, select: { status: true, text: true, at: true } },
    },
  },
  requests: {
    orderBy: oldestFirst,
    select: {
      ...{ kind: true, status: true, createdAt: true, closedAt: true },
      entries: { orderBy: { at: "asc" }, select: { fromStaff: true, body: true, at: true } },
    },
  },
} as const satisfies Prisma.OrderSelect;

export const recordCopy = {
  ...{ id: true, kind: true, fhirId: true, versionId: true, updatedAt: true, fetchedAt: true, occurredAt: true },
  ...{ code: true, system: true, display: true, mappedCode: true, isActive: true, detail: true },
} as const satisfies Prisma.RecordEntrySelect;
