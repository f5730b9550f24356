import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { EndLeave, TakeLeave } from "@/lib/domain/schedule-input";
import { notFound, Refusal } from "@/lib/errors";

/**
 * Days on which nobody new is taken. Returns how many patients hold a place on them already: they are not sent away by it. Throws
 * `day_over` for days that have passed.
 */
export async function takeLeave(work: Work, { fromDay, toDay }: TakeLeave): Promise<{ booked: number }> {
  authorize(work.actor, "schedule.take_leave");
  const { accountId: doctorId } = asPerson(work.actor);
  if (toDay < shanghaiDay(work.now)) throw new Refusal("invalid_input", { fields: { toDay: "day_over" } });
  const [from, to] = [dateColumn(fromDay), dateColumn(toDay)];
  const id = newId();
  await work.tx.doctorLeave.create({
    data: { id, doctorId, fromDay: from, toDay: to, createdAt: work.now },
    select: { id: true },
  });
  const booked = await work.tx.consultation.count({
    where: { doctorId, placeDay: { gte: from, lte: to }, status: { in: ["awaiting_payment", "waiting"] } },
  });
  work.audit({
    action: "schedule.take_leave",
    subjectType: "leave",
    subjectId: id,
    detail: { fromDay, toDay, booked },
  });
  return { booked };
}

/** The doctor is back, or does not go. Throws `not_found`. */
export async function endLeave(work: Work, { leaveId }: EndLeave): Promise<void> {
  authorize(work.actor, "schedule.end_leave");
  const { accountId: doctorId } = asPerson(work.actor);
  const { count } = await work.tx.doctorLeave.deleteMany({ where: { id: leaveId, doctorId } });
  if (count === 0) throw notFound();
  work.audit({ action: "schedule.end_leave", subjectType: "leave", subjectId: leaveId });
}
