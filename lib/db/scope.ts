import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Prisma } from "./client";

/** An id that no row has: the scope of somebody who may see nothing of a kind. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

const isPharmacy = (actor: Actor) => actor.role === "pharmacist" || actor.role === "head_pharmacist";

/** "May I see it?" as a WHERE: every read and write by id carries it; a miss is not-found. */
export const scope = {
  patient: (actor: Actor): Prisma.PatientWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { links: { some: { accountId: actor.accountId, endedAt: null } } };
    if (actor.role === "doctor")
      return { consultations: { some: { doctorId: actor.accountId, status: { in: ["waiting", "in_progress"] } } } };
    return { id: NOBODY };
  },

  consultation: (actor: Actor): Prisma.ConsultationWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { accountId: actor.accountId };
    if (actor.role === "doctor") return { doctorId: actor.accountId, paidAt: { not: null } };
    return { id: NOBODY };
  },

  prescription: (actor: Actor): Prisma.PrescriptionWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { accountId: actor.accountId, status: { not: "draft" } };
    if (actor.role === "doctor") return { doctorId: actor.accountId };
    if (isPharmacy(actor)) return { status: { not: "draft" } };
    return { id: NOBODY };
  },

  testOrder: (actor: Actor): Prisma.TestOrderWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { accountId: actor.accountId };
    if (actor.role === "doctor") return { doctorId: actor.accountId };
    return { id: NOBODY };
  },

  order: (actor: Actor): Prisma.OrderWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { accountId: actor.accountId };
    if (isPharmacy(actor)) return { paidAt: { not: null } };
    return { id: NOBODY };
  },

  request: (actor: Actor): Prisma.ServiceRequestWhereInput => {
    if (actor.role === "patient") return { accountId: actor.accountId };
    if (isPharmacy(actor) || actor.role === "support") return {};
    return { id: NOBODY };
  },

  payment: (actor: Actor): Prisma.PaymentWhereInput => {
    if (actor.role === "system") return {};
    if (actor.role === "patient") return { accountId: actor.accountId };
    return { id: NOBODY };
  },
} as const;
