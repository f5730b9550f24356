import "server-only";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { addDays, shanghaiDay } from "@/lib/domain/calendar";
import { type Course, dosesOn, lastDay, startOf } from "@/lib/domain/medication-plan";
import { MOST_SUPPLY_DAYS } from "@/lib/domain/screen-limits";

const lineSelect = {
  ...{ id: true, dose: true, doseUnit: true, frequency: true, route: true, timing: true, days: true, note: true },
  medicine: {
    select: {
      ...{ nameZh: true, nameEn: true, strengthZh: true, strengthEn: true, storageZh: true, storageEn: true },
      ...{ purposeZh: true, purposeEn: true, avoidZh: true, avoidEn: true },
    },
  },
} as const;

/**
 * What the people of this account take now, over all prescriptions that are in their hands: today's doses by hour, and each
 * medicine with what it is for and what to avoid. One statement. Days are counted in Asia/Shanghai, from the day of receipt.
 */
export async function medicinesOf(actor: Person, now: Date) {
  const rows = await db().patient.findMany({
    where: { links: { some: { accountId: actor.accountId, endedAt: null } } },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, name: true },
      prescriptions: {
        where: {
          accountId: actor.accountId,
          status: "dispensed",
          closedAt: { gt: addDays(now, -2 * MOST_SUPPLY_DAYS) },
        },
        orderBy: { createdAt: "desc" },
        select: {
          ...{ id: true, number: true },
          versions: {
            orderBy: { number: "desc" },
            take: 1,
            select: { items: { orderBy: { position: "asc" }, select: lineSelect } },
          },
          orders: {
            where: { completedAt: { not: null }, status: { in: ["collected", "delivered"] } },
            take: 1,
            select: { completedAt: true },
          },
        },
      },
    },
  });
  const today = shanghaiDay(now);
  return rows.map(({ prescriptions, ...patient }) => {
    const courses = prescriptions.flatMap(({ id, number, versions, orders }) => {
      const received = orders[0]?.completedAt;
      if (!received) return [];
      return (versions[0]?.items ?? []).map(({ id: itemId, dose, medicine, ...sig }) => {
        const course: Course = { ...sig, dose: dose.toNumber(), startsOn: startOf(received) };
        return { ...course, itemId, note: sig.note, medicine, prescriptionId: id, number, endsOn: lastDay(course) };
      });
    });
    const running = courses.filter(({ endsOn }) => endsOn >= today);
    const doses = running
      .flatMap((course) => (dosesOn(course, today) ?? []).map((hour) => ({ hour, course })))
      .sort((a, b) => a.hour - b.hour);
    return { ...patient, running, doses };
  });
}

export type TakenMedicines = Awaited<ReturnType<typeof medicinesOf>>[number];
