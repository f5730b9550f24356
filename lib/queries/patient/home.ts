import "server-only";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";

/**
 * What waits for the patient, in one statement: the people and their cards, consultations that are under way, approved
 * prescriptions that nobody has ordered yet, orders that are under way, and how many notices are unread.
 */
export async function patientHome(actor: Person) {
  const own = { accountId: actor.accountId };
  const account = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: {
      _count: { select: { notices: { where: { readAt: null } } } },
      people: {
        where: { endedAt: null },
        orderBy: { createdAt: "asc" },
        select: {
          patient: {
            select: { id: true, name: true, cards: { where: { unlinkedAt: null }, select: { id: true }, take: 1 } },
          },
        },
      },
      consultations: {
        where: {
          OR: [
            { status: { in: ["awaiting_payment", "waiting", "in_progress"] } },
            {
              prescriptions: {
                some: { status: "approved", orders: { none: { status: { notIn: ["lapsed", "cancelled"] } } } },
              },
            },
          ],
        },
        orderBy: { createdAt: "desc" },
        take: 20,
        select: {
          id: true,
          status: true,
          service: true,
          dueAt: true,
          lastSeq: true,
          patient: { select: { name: true } },
          doctor: { select: { nameZh: true, nameEn: true } },
          reads: { where: own, select: { seq: true } },
          prescriptions: {
            where: { status: "approved", orders: { none: { status: { notIn: ["lapsed", "cancelled"] } } } },
            select: { id: true, number: true, validUntil: true },
          },
        },
      },
      orders: {
        where: { status: { notIn: ["delivered", "collected", "lapsed", "cancelled", "unclaimed", "returned"] } },
        orderBy: { createdAt: "desc" },
        take: 20,
        select: {
          id: true,
          number: true,
          status: true,
          fulfilment: true,
          dueAt: true,
          prescription: { select: { patient: { select: { name: true } } } },
        },
      },
    },
  });
  return {
    unreadNotices: account._count.notices,
    people: account.people.map(({ patient: { cards, ...patient } }) => ({ ...patient, isLinked: cards.length > 0 })),
    consultations: account.consultations.map(({ reads, lastSeq, ...row }) => ({
      ...row,
      unread: lastSeq - (reads[0]?.seq ?? 0),
    })),
    orders: account.orders.map(({ prescription, ...row }) => ({ ...row, patientName: prescription.patient.name })),
  };
}

export type PatientHome = Awaited<ReturnType<typeof patientHome>>;
