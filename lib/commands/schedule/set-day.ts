import "server-only";
import { newId } from "@/lib/db/id";
import { ownOffering } from "@/lib/db/own-offering";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { SetDay, UnsetDay } from "@/lib/domain/schedule-input";
import { notFound, Refusal } from "@/lib/errors";

/** One session of one day: other places or another end than in the week, none (0 places), or one more. Throws `day_over`, `not_found`. */
export async function setDay(work: Work, { offeringId, day, from, to, places }: SetDay): Promise<void> {
  authorize(work.actor, "schedule.set_day");
  if (day < shanghaiDay(work.now)) throw new Refusal("invalid_input", { fields: { day: "day_over" } });
  await ownOffering(work, offeringId);
  const key = { offeringId, day: dateColumn(day), fromMinute: from };
  await work.tx.sessionException.upsert({
    where: { offeringId_day_fromMinute: key },
    create: { id: newId(), ...key, toMinute: to, places },
    update: { toMinute: to, places },
    select: { id: true },
  });
  work.audit({
    action: "schedule.set_day",
    subjectType: "offering",
    subjectId: offeringId,
    detail: { day, from, to, places },
  });
}

/** Back to the ordinary week. Throws `not_found`. */
export async function unsetDay(work: Work, { exceptionId }: UnsetDay): Promise<void> {
  authorize(work.actor, "schedule.unset_day");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.sessionException.deleteMany({
    where: { id: exceptionId, offering: { doctorId: accountId } },
  });
  if (count === 0) throw notFound();
  work.audit({ action: "schedule.unset_day", subjectType: "session", subjectId: exceptionId });
}
