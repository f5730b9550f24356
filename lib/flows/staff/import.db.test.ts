import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { ImportPeople } from "@/lib/domain/staff-input";
import { NOON, person } from "@/lib/testing/consultation";
import { importPeople } from "./import";

const HEAD =
  "role,staffNo,nameZh,nameEn,certificateNo,licenceExpiresOn,department,title,practisingSince,scopeZh,scopeEn,consultationFee,followUpFee,placesPerDay";
const doctorLine = (staffNo: string, change: Readonly<Record<string, string>> = {}) => {
  const line: Record<string, string> = {
    ...{ role: "doctor", staffNo, nameZh: "表中医", nameEn: "Table Doctor", certificateNo: `T-${staffNo}` },
    ...{ licenceExpiresOn: "2031-12-31", department, title: "attending_physician", practisingSince: "2010-01-01" },
    ...{ scopeZh: "儿科", scopeEn: "Paediatrics", consultationFee: "30", followUpFee: "20", placesPerDay: "8" },
    ...change,
  };
  return HEAD.split(",")
    .map((column) => line[column] ?? "")
    .join(",");
};
let admin: Person;
let department: string;
beforeAll(async () => {
  admin = await person("admin");
  department = (await db().department.findFirstOrThrow({ where: { isActive: true } })).code;
});

const give = (kind: string, file: Uint8Array | string, dryRun = false) =>
  importPeople(
    { actor: admin, now: NOON },
    ImportPeople.parse({
      kind,
      dryRun: String(dryRun),
      file: typeof file === "string" ? new TextEncoder().encode(file) : file,
    }),
  );
const codes = ({ faults }: { faults: readonly { line: number; column: string; code: string }[] }) =>
  faults.map(({ line, column, code }) => `${line} ${column} ${code}`);

test("a table of people with a byte-order mark: looked through, then taken, each with a link of his or her own", async () => {
  const table = `\ufeff${HEAD}\r\n${doctorLine("d701")}\r\npharmacist,P701,药师七,Seventh Pharmacist,T-P701,2031-12-31,,,,,,,,\r\nadmin,A701,管理七,Seventh Admin,,,,,,,,,,\r\n`;
  expect(await give("people", table, true)).toMatchObject({ isTaken: false, faults: [], added: 3, links: [] });
  expect(await db().staff.count({ where: { staffNo: { in: ["D701", "P701", "A701"] } } })).toBe(0);
  const { links, ...said } = await give("people", table);
  expect(said).toMatchObject({ isTaken: true, added: 3 });
  expect(links.map(({ staffNo }) => staffNo)).toEqual(["D701", "P701", "A701"]);
  expect(new Set(links.map(({ link }) => link)).size).toBe(3);
  expect(await db().offering.count({ where: { doctor: { staffNo: "D701" } } })).toBe(2);
  expect(codes(await give("people", table, true))).toEqual(
    ["2", "3", "4"].map((line) => `${line} staffNo staff_number_taken`),
  );
});

test("GBK as spreadsheets in China save it", async () => {
  const line = Buffer.from(`${HEAD}\nsupport,S701,`);
  // 客服 in GBK
  const gbk = Buffer.concat([line, Buffer.from([0xbf, 0xcd, 0xb7, 0xfe]), Buffer.from(",Seventh Support,,,,,,,,,,\n")]);
  expect(await give("people", new Uint8Array(gbk))).toMatchObject({ isTaken: true, added: 1 });
  expect(await db().staff.findUniqueOrThrow({ where: { staffNo: "S701" } })).toMatchObject({ nameZh: "客服" });
});

test("every fault is told by its line and column, and nothing is written", async () => {
  const table = [
    HEAD,
    doctorLine("D710"),
    doctorLine("D711", { department: "nowhere" }),
    doctorLine("D712", { practisingSince: "2025-01-01" }),
    doctorLine("D713", { licenceExpiresOn: "2020-01-01" }),
    doctorLine("D710"),
    doctorLine("D714", { consultationFee: "=1+1" }),
    "king,K001,国王,King,,,,,,,,,,",
  ].join("\n");
  expect(codes(await give("people", table))).toEqual([
    "3 department choose_one",
    "4 practisingSince too_little_practice",
    "5 licenceExpiresOn licence_expired",
    "6 role code_twice",
    "7 consultationFee amount_invalid",
    "8 role choose_one",
  ]);
  expect(await db().staff.count({ where: { staffNo: { startsWith: "D71" } } })).toBe(0);
});

test.each([
  ["no table", "\u0000\u0001", "csv_unreadable"],
  ["nothing", "", "csv_unreadable"],
  [
    "more people than one table may hold",
    [HEAD, ...Array.from({ length: 301 }, (_, index) => `support,S${1000 + index},某某,Some One,,,,,,,,,,`)].join("\n"),
    "too_many_rows",
  ],
])("%s is refused", async (_, table, code) => {
  await expect(give("people", table)).rejects.toMatchObject({ code });
});

test("weekly sessions: the week becomes what the table says; what overlaps or is nobody's is told", async () => {
  const head = "staffNo,service,channel,weekday,from,to,places";
  const good = `${head}\nD001,consultation,text,1,09:00,11:30,10\nd001,consultation,text,3,14:00,17:00,8\n`;
  expect(await give("sessions", good, true)).toMatchObject({ isTaken: false, faults: [], changed: 1 });
  expect(await give("sessions", good)).toMatchObject({ isTaken: true, changed: 1 });
  const offering = { service: "consultation", channel: "text", doctor: { staffNo: "D001" } } as const;
  const week = await db().weeklySession.findMany({ where: { offering }, orderBy: { weekday: "asc" } });
  expect(week).toMatchObject([
    { weekday: 1, fromMinute: 540, toMinute: 690, places: 10 },
    { weekday: 3, fromMinute: 840, toMinute: 1020, places: 8 },
  ]);
  const audit = await db().auditEvent.findFirstOrThrow({ where: { action: "schedule.import_week" } });
  expect(audit.detail).toMatchObject({ after: "1 540-690 10; 3 840-1020 8" });
  const bad = `${head}\nD001,consultation,text,1,09:00,11:30,10\nD001,consultation,text,1,11:00,12:00,5\nD999,consultation,text,1,09:00,11:00,1\nD001,consultation,text,8,11:00,10:00,5\n`;
  expect(codes(await give("sessions", bad))).toEqual([
    "3 from time_overlap",
    "4 staffNo service_unknown",
    "5 weekday number_invalid",
    "5 to time_order",
  ]);
});

test("leave: entered whole; what meets another, is over or is nobody's is told", async () => {
  const head = "staffNo,fromDay,toDay";
  expect(await give("leave", `${head}\nD002,2026-12-01,2026-12-05\nD003,2026-12-01,2026-12-01\n`)).toMatchObject({
    ...{ isTaken: true, added: 2 },
  });
  const bad = `${head}\nD002,2026-12-05,2026-12-08\nD004,2026-12-01,2026-12-03\nD004,2026-12-03,2026-12-04\nD005,2026-01-01,2026-01-02\nD998,2026-12-01,2026-12-02\nD006,2026-12-05,2026-12-01\n`;
  expect(codes(await give("leave", bad))).toEqual([
    "2 fromDay leave_overlap",
    "4 fromDay leave_overlap",
    "5 toDay day_over",
    "6 staffNo doctor_unknown",
    "7 toDay day_order",
  ]);
  expect(await db().doctorLeave.count({ where: { doctor: { staffNo: { in: ["D002", "D004"] } } } })).toBe(1);
});

test("a hundred thousand lines with three bad ones: the three are told", async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => {
    const day = new Date(Date.UTC(2027, 0, 1 + Math.floor(index / 30))).toISOString().slice(0, 10);
    return `D${String((index % 30) + 1).padStart(3, "0")},${day},${day}`;
  });
  lines[10] = "D999,2027-01-01,2027-01-01";
  lines[50_000] = "D001,2027-02-30,2027-03-01";
  lines[99_999] = "D001,,2027-03-01";
  const said = await give("leave", `staffNo,fromDay,toDay\n${lines.join("\n")}\n`);
  expect(codes(said)).toEqual([
    "12 staffNo doctor_unknown",
    "50002 fromDay date_invalid",
    "100001 fromDay date_invalid",
  ]);
  expect(await db().doctorLeave.count({ where: { fromDay: { gte: new Date("2027-01-01") } } })).toBe(0);
}, 60_000);
