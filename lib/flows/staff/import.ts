import "server-only";
import {
  importPeople as addPeople,
  importLeave,
  importWeeks,
  type LeaveOf,
  type Week,
} from "@/lib/commands/staff/import";
import { type Run, transact } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { requireExperience, requireLicence } from "@/lib/domain/licence";
import { firstOverlap } from "@/lib/domain/schedule";
import { LeaveLine, leaveColumns, SessionLine, sessionColumns } from "@/lib/domain/schedule-input";
import { type ImportPeople, type InviteStaff, MOST_PEOPLE, peopleColumns, personLine } from "@/lib/domain/staff-input";
import type { TableFault } from "@/lib/domain/table-fault";
import { appOrigin } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { departmentCodes, leavesOf, serviceKey, servicesOf, takenNumbers } from "@/lib/queries/admin/import";
import { readTable } from "../table/read";

interface Link {
  readonly staffNo: string;
  readonly nameZh: string;
  readonly link: string;
}

/** What came of a table; `links` are shown once. */
export interface Imported {
  readonly isTaken: boolean;
  readonly faults: readonly TableFault[];
  readonly added: number;
  readonly changed: number;
  readonly links: readonly Link[];
}

const inOrder = (faults: readonly TableFault[]) => [...faults].sort((one, other) => one.line - other.line);
const said = (faults: readonly TableFault[], added: number): Imported => ({
  ...{ isTaken: false, faults: inOrder(faults), added, changed: 0, links: [] },
});

/** The column of the table that a field of the form stands in. */
const columnOf: Readonly<Record<string, string>> = {
  departmentId: "department",
  consultationFeeFen: "consultationFee",
  followUpFeeFen: "followUpFee",
};

/** What only the books and the calendar say of a person: a number somebody has, a licence that is over, too little practice (R6). */
function faultOf(person: InviteStaff, line: number, taken: ReadonlySet<string>, now: Date): TableFault[] {
  if (taken.has(person.staffNo)) return [{ line, column: "staffNo", code: "staff_number_taken" }];
  try {
    if ("licenceExpiresOn" in person) requireLicence({ licensedUntil: dateColumn(person.licenceExpiresOn) }, now);
    if (person.role === "doctor") requireExperience(dateColumn(person.practisingSince), now);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const column = error.code === "licence_expired" ? "licenceExpiresOn" : "practisingSince";
    return [{ line, column, code: error.code }];
  }
}

async function people(run: Run, { file, dryRun }: ImportPeople): Promise<Imported> {
  const schema = personLine(await departmentCodes());
  const table = await readTable(file, peopleColumns, schema, ({ staffNo }) => staffNo, MOST_PEOPLE);
  const taken = await takenNumbers(table.rows.map(({ staffNo }) => staffNo));
  const faults = [
    ...table.faults.map((fault) => ({ ...fault, column: columnOf[fault.column] ?? fault.column })),
    ...table.rows.flatMap((person, index) => faultOf(person, table.lines[index] ?? 0, taken, run.now)),
  ];
  if (dryRun || faults.length > 0) return said(faults, table.rows.length);
  const invited = await transact(run, addPeople, table.rows);
  const links = invited.map(({ token, ...person }) => ({ ...person, link: `${appOrigin()}/invitation/${token}` }));
  return { ...said([], invited.length), isTaken: true, links };
}

async function sessions(run: Run, { file, dryRun }: ImportPeople): Promise<Imported> {
  const keyOf = ({ staffNo, service, channel, weekday, from }: SessionLine) =>
    `${serviceKey(staffNo, service, channel)} ${weekday} ${from}`;
  const { rows, lines, faults } = await readTable(file, sessionColumns, SessionLine, keyOf);
  const services = await servicesOf([...new Set(rows.map(({ staffNo }) => staffNo))]);
  const weeks = new Map<string, { line: number; session: Week["sessions"][number] }[]>();
  const unknown: TableFault[] = [];
  for (const [index, { staffNo, service, channel, weekday, from, to, places }] of rows.entries()) {
    const line = lines[index] ?? 0;
    const offeringId = services.get(serviceKey(staffNo, service, channel));
    if (!offeringId) {
      unknown.push({ line, column: "staffNo", code: "service_unknown" });
      continue;
    }
    const session = { weekday, fromMinute: from, toMinute: to, places };
    weeks.set(offeringId, [...(weeks.get(offeringId) ?? []), { line, session }]);
  }
  const overlaps = [...weeks.values()].flatMap((week): TableFault[] => {
    const at = firstOverlap(week.map(({ session }) => session));
    return at < 0 ? [] : [{ line: week[at]?.line ?? 0, column: "from", code: "time_overlap" }];
  });
  const all = [...faults, ...unknown, ...overlaps];
  if (dryRun || all.length > 0) return { ...said(all, 0), changed: weeks.size };
  const taken = [...weeks].map(([offeringId, week]) => ({ offeringId, sessions: week.map(({ session }) => session) }));
  await transact(run, importWeeks, taken);
  return { ...said([], 0), isTaken: true, changed: weeks.size };
}

const meets = (one: { from: string; to: string }, other: { from: string; to: string }) =>
  one.from <= other.to && other.from <= one.to;

async function leave(run: Run, { file, dryRun }: ImportPeople): Promise<Imported> {
  const today = shanghaiDay(run.now);
  const { rows, lines, faults } = await readTable(file, leaveColumns, LeaveLine, (row) => Object.values(row).join(" "));
  const doctors = await leavesOf([...new Set(rows.map(({ staffNo }) => staffNo))], today);
  const known = new Map<string, { from: string; to: string }[]>();
  const wrong: TableFault[] = [];
  const taken: LeaveOf[] = [];
  const iso = (at: Date) => at.toISOString().slice(0, 10);
  for (const [index, { staffNo, fromDay, toDay }] of rows.entries()) {
    const line = lines[index] ?? 0;
    const away = doctors.get(staffNo);
    const others =
      known.get(staffNo) ?? away?.leaves.map((one) => ({ from: iso(one.fromDay), to: iso(one.toDay) })) ?? [];
    const span = { from: fromDay, to: toDay };
    if (!away) wrong.push({ line, column: "staffNo", code: "doctor_unknown" });
    else if (toDay < today) wrong.push({ line, column: "toDay", code: "day_over" });
    else if (others.some((other) => meets(span, other))) wrong.push({ line, column: "fromDay", code: "leave_overlap" });
    else taken.push({ doctorId: away.doctorId, fromDay, toDay });
    known.set(staffNo, [...others, span]);
  }
  const all = [...faults, ...wrong];
  if (dryRun || all.length > 0) return said(all, taken.length);
  await transact(run, importLeave, taken);
  return { ...said([], taken.length), isTaken: true };
}

const imports = { people, sessions, leave } as const;

/** Takes a table of people, sessions or leave in where every line is good; with `dryRun`, or any fault, nothing is written and everything is told. */
export const importPeople = (run: Run, asked: ImportPeople): Promise<Imported> => imports[asked.kind](run, asked);
