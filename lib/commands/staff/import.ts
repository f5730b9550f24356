import "server-only";
import { addStaff } from "@/lib/db/add-staff";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { dateColumn } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { InviteStaff } from "@/lib/domain/staff-input";

/** Adds all of a table's people or none. Returns the token of each one's link, once. */
export async function importPeople(
  work: Work,
  people: readonly InviteStaff[],
): Promise<{ staffNo: string; nameZh: string; token: string }[]> {
  authorize(work.actor, "staff.import");
  const invited: { staffNo: string; nameZh: string; token: string }[] = [];
  for (const person of people) {
    const { token } = await addStaff(work, person);
    invited.push({ staffNo: person.staffNo, nameZh: person.nameZh, token });
  }
  const detail = { people: people.length };
  work.audit({ action: "staff.import", subjectType: "table", subjectId: "people", detail });
  return invited;
}

type Session = Week["sessions"][number];

/** A week as the audit keeps it: "1 540-690 10" is Monday from nine to half past eleven, ten places. */
const told = (sessions: readonly Session[]): string =>
  sessions
    .map(({ weekday, fromMinute, toMinute, places }) => `${weekday} ${fromMinute}-${toMinute} ${places}`)
    .join("; ");

export interface Week {
  readonly offeringId: string;
  readonly sessions: readonly { weekday: number; fromMinute: number; toMinute: number; places: number }[];
}

/** The ordinary weeks of some services, in place of what they were. Places that are taken already stay taken. */
export async function importWeeks(work: Work, weeks: readonly Week[]): Promise<void> {
  authorize(work.actor, "staff.import");
  const offeringIds = weeks.map(({ offeringId }) => offeringId);
  const before = await work.tx.weeklySession.findMany({
    where: { offeringId: { in: offeringIds } },
    select: { offeringId: true, weekday: true, fromMinute: true, toMinute: true, places: true },
  });
  await work.tx.weeklySession.deleteMany({ where: { offeringId: { in: offeringIds } } });
  await work.tx.weeklySession.createMany({
    data: weeks.flatMap(({ offeringId, sessions }) =>
      sessions.map((session) => ({ id: newId(), offeringId, ...session })),
    ),
  });
  for (const { offeringId, sessions } of weeks) {
    const were = before.filter((row) => row.offeringId === offeringId);
    const detail = { before: told(were), after: told(sessions) };
    work.audit({ action: "schedule.import_week", subjectType: "offering", subjectId: offeringId, detail });
  }
}

export interface LeaveOf {
  readonly doctorId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

/** Days on which some doctors see nobody new. */
export async function importLeave(work: Work, leaves: readonly LeaveOf[]): Promise<void> {
  authorize(work.actor, "staff.import");
  const rows = leaves.map(({ doctorId, fromDay, toDay }) => ({
    ...{ id: newId(), doctorId, fromDay: dateColumn(fromDay), toDay: dateColumn(toDay), createdAt: work.now },
  }));
  await work.tx.doctorLeave.createMany({ data: rows });
  for (const [index, { id }] of rows.entries())
    work.audit({ action: "schedule.import_leave", subjectType: "leave", subjectId: id, detail: { ...leaves[index] } });
}
