import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import type { OrderStatus } from "@/lib/domain/order";

/** The columns of the board, in the order of the work. */
export const boardStates = [
  "paid",
  "picking",
  "checked",
  "sealed",
  "ready_for_pickup",
  "shipped",
] as const satisfies readonly OrderStatus[];

const SHIPPED_DAYS = 2;
const MOST = 200;

/** Every order under way in the pharmacy, the longest waiting first. One statement. */
export async function dispensingBoard(actor: Person, now: Date) {
  const rows = await db().order.findMany({
    where: {
      AND: [
        scope.order(actor),
        {
          OR: [
            { status: { in: boardStates.filter((state) => state !== "shipped") } },
            { status: "shipped", handedOverAt: { gt: addDays(now, -SHIPPED_DAYS) } },
          ],
        },
      ],
    },
    orderBy: [{ paidAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, number: true, status: true, fulfilment: true, paidAt: true, shelf: true },
      carrier: { select: { nameZh: true, nameEn: true } },
      items: { select: { packs: true, medicine: { select: { isRefrigerated: true } } } },
    },
  });
  return rows.map(({ items, ...row }) => ({
    ...row,
    packs: items.reduce((sum, { packs }) => sum + packs, 0),
    isCold: items.some((item) => item.medicine.isRefrigerated),
  }));
}

export type BoardRow = Awaited<ReturnType<typeof dispensingBoard>>[number];
