import "server-only";
import { db } from "@/lib/db/client";
import type { Difference } from "@/lib/domain/books";

const MOST = 100;
const DAYS = 30;

/** Refunds that the gateway could not carry out and nobody has sent anew, the oldest first. */
export const failedRefunds = () =>
  db().refund.findMany({
    where: { status: "failed", retriedAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST,
    select: {
      ...{ id: true, amountFen: true, reasonCode: true, createdAt: true },
      payment: { select: { order: { select: { number: true } }, consultation: { select: { number: true } } } },
    },
  });

/** The last days whose books were compared with the gateway's, the newest first. */
export async function booksByDay() {
  const rows = await db().reconciliation.findMany({ orderBy: { day: "desc" }, take: DAYS });
  return rows.map(({ paidFen, backFen, differences, ...row }) => ({
    ...row,
    paidFen: Number(paidFen),
    backFen: Number(backFen),
    differences: differences as unknown as readonly Difference[],
  }));
}
