import "server-only";
import type { Prisma } from "@/lib/db/client";
import { tellTill } from "@/lib/db/tell-till";
import type { Work } from "@/lib/db/transact";
import { type Difference, type GatewayEntry, totalOf } from "@/lib/domain/books";
import { authorize } from "@/lib/domain/policy";

export interface DayOfBooks {
  /** The hospital's day, as a date column has it. */
  readonly day: Date;
  readonly listed: readonly GatewayEntry[];
  readonly differences: readonly Difference[];
}

/** Keeps the comparison of one day; what does not agree is told to whoever looks after the money. A day is written once. */
export async function recordBooks(work: Work, { day, listed, differences }: DayOfBooks): Promise<void> {
  authorize(work.actor, "reconciliation.record");
  const [paid, back] = [totalOf(listed, "paid"), totalOf(listed, "back")];
  await work.tx.reconciliation.create({
    data: {
      ...{ day, madeAt: work.now, paidCount: paid.count, paidFen: paid.fen, backCount: back.count, backFen: back.fen },
      differences: differences as unknown as Prisma.InputJsonValue,
    },
    select: { day: true },
  });
  const shownDay = day.toISOString().slice(0, 10);
  if (differences.length > 0) await tellTill(work, "books_differ", { day: shownDay, count: differences.length });
  work.audit({
    action: "reconciliation.record",
    subjectType: "reconciliation",
    subjectId: shownDay,
    detail: { paidFen: paid.fen, backFen: back.fen, differences: differences.length },
  });
}
