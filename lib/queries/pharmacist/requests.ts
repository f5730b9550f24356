import "server-only";
import { db } from "@/lib/db/client";
import { requestEntrySelect } from "@/lib/db/request-entry";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import type { RefundStatus } from "@/lib/domain/payment";
import { notFound } from "@/lib/errors";

const MOST = 100;

/** Service requests that wait for staff, the most urgent first, then those answered. One statement. */
export const requestDesk = (actor: Person) =>
  db().serviceRequest.findMany({
    where: { AND: [scope.request(actor), { status: { in: ["open", "reopened", "answered"] } }] },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, kind: true, status: true, createdAt: true, dueAt: true },
      order: { select: { number: true } },
      entries: { orderBy: { at: "desc" }, take: 1, select: { body: true } },
    },
  });

const requestOrderSelect = {
  ...{ id: true, number: true, status: true, patientId: true },
  items: {
    orderBy: { position: "asc" },
    select: {
      ...{ id: true, packs: true, refundedPacks: true, unitPriceFen: true },
      medicine: { select: { nameZh: true, nameEn: true } },
    },
  },
  payments: {
    where: { status: "succeeded" },
    select: { purpose: true, amountFen: true, refundedFen: true },
  },
} as const;

/** What was given back on a request, with who let it go. One statement. */
const refundsOf = (requestId: string) => db().$queryRaw<
  {
    id: string;
    amountFen: number;
    status: RefundStatus;
    reasonCode: string;
    note: string;
    by: string;
    createdAt: Date;
  }[]
>`
  SELECT r."id", r."amountFen", r."status", r."reasonCode", r."note", a."displayName" AS "by", r."createdAt"
  FROM "Refund" r JOIN "Account" a ON a."id" = r."approvedById"
  WHERE r."requestId" = ${requestId}::uuid ORDER BY r."createdAt", r."id"`;

/** One request with its thread, its order, and what can still be given back. The look is written down. Throws `not_found`. */
export async function requestThread(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const found = await db().serviceRequest.findFirst({
    where: { AND: [{ id }, scope.request(actor)] },
    select: {
      ...{
        id: true,
        kind: true,
        status: true,
        createdAt: true,
        dueAt: true,
        ownerId: true,
        outcome: true,
        stars: true,
      },
      order: { select: requestOrderSelect },
      entries: { orderBy: { at: "asc" }, select: requestEntrySelect },
    },
  });
  if (!found) throw notFound();
  const { patientId, ...order } = found.order;
  const [refunds, owner] = await Promise.all([
    refundsOf(id),
    found.ownerId ? db().account.findUnique({ where: { id: found.ownerId }, select: { displayName: true } }) : null,
    recordView(actor, now, { action: "request.view", subjectType: "request", subjectId: id, patientId }),
  ]);
  return { ...found, order, refunds, ownerName: owner?.displayName ?? null };
}
