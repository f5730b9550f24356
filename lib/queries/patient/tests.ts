import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const MOST = 100;

const select = {
  ...{ id: true, number: true, code: true, category: true, dueOn: true, instructions: true, status: true },
  ...{ createdAt: true, closedAt: true, consultationId: true, resultFhirId: true },
  patient: { select: { id: true, name: true, sex: true, birthDate: true } },
  consultation: {
    select: {
      doctor: { select: { nameZh: true, nameEn: true } },
      department: { select: { nameZh: true, nameEn: true } },
    },
  },
} as const;

/** The tests that were ordered for my people, the newest first. */
export const myTests = (actor: Person) =>
  db().testOrder.findMany({ where: scope.testOrder(actor), orderBy: { createdAt: "desc" }, take: MOST, select });

/** One of them, as its slip says it. Throws `not_found`. */
export async function myTest(actor: Person, id: string) {
  if (!isId(id)) throw notFound();
  const found = await db().testOrder.findFirst({ where: { AND: [{ id }, scope.testOrder(actor)] }, select });
  if (!found) throw notFound();
  return found;
}

export type MyTest = Awaited<ReturnType<typeof myTest>>;
