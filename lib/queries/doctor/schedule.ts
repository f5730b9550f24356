import "server-only";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";

/** A doctor's own schedule, in one statement: services with their weeks and coming exceptions, leave, and how many are taken at a time. */
export async function ownSchedule(actor: Person, now: Date) {
  const today = dateColumn(shanghaiDay(now));
  return db().doctor.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: {
      isAccepting: true,
      openLimit: true,
      _count: { select: { consultations: { where: { status: "in_progress" } } } },
      leaves: {
        where: { toDay: { gte: today } },
        orderBy: { fromDay: "asc" },
        select: { id: true, fromDay: true, toDay: true },
      },
      offerings: {
        where: { isActive: true },
        orderBy: [{ service: "desc" }, { channel: "asc" }],
        select: {
          id: true,
          service: true,
          channel: true,
          sessions: {
            orderBy: [{ weekday: "asc" }, { fromMinute: "asc" }],
            select: { weekday: true, fromMinute: true, toMinute: true, places: true },
          },
          exceptions: {
            where: { day: { gte: today } },
            orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
            select: { id: true, day: true, fromMinute: true, toMinute: true, places: true },
          },
        },
      },
    },
  });
}

export type OwnSchedule = Awaited<ReturnType<typeof ownSchedule>>;
