import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { askReportFile } from "@/lib/commands/report/ask-file";
import { lookAtPrescribers } from "@/lib/commands/report/look";
import { removeReport } from "@/lib/commands/report/remove";
import { saveReport } from "@/lib/commands/report/save";
import { db } from "@/lib/db/client";
import { claimReportFile } from "@/lib/db/sql/report-file";
import { refreshReports } from "@/lib/db/sql/report-rollup";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import type { ReportId } from "@/lib/domain/report";
import { AskReportFile, LookAtPrescribers, SaveReport } from "@/lib/domain/report-input";
import { citation } from "@/lib/domain/rules";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { reportOf, rowsOf } from "@/lib/queries/admin/report";
import { NOON, person } from "@/lib/testing/consultation";
import { order, prescription } from "@/lib/testing/order";
import { makeReportFile } from "./make-file";
import { openReportFile } from "./open-file";

const DAY = { from: "2026-11-23", to: "2026-11-23" };
const ASKED = { firstDay: DAY.from, lastDay: DAY.to };
let admin: Person;
let auditor: Person;
beforeAll(async () => {
  [admin, auditor] = [await person("admin"), await person("auditor")];
  while ((await refreshReports()) > 0);
});

const ask = (actor: Person, wanted: object, now = NOON) =>
  transact(
    { actor, now },
    askReportFile,
    AskReportFile.parse({
      report: "dispensing",
      breakdown: "outcome",
      format: "csv",
      what: "list",
      ...ASKED,
      ...wanted,
    }),
  );
const save = (wanted: object, actor = admin) =>
  transact(
    { actor, now: NOON },
    saveReport,
    SaveReport.parse({
      ...{ report: "revenue", breakdown: "purpose", format: "xlsx", period: "last_7_days", every: "day", name: "收入" },
      ...wanted,
    }),
  );
const open = (actor: Person, id: string) => openReportFile({ actor, now: NOON }, { id });
const counted = async (report: ReportId, by: "outcome" | "doctor", key: string) => {
  const seen = await reportOf(admin, NOON, report, by, DAY);
  return seen?.figures.keys.find((one) => one.key === key)?.now.count ?? 0;
};

test("what a command changes is counted as soon as the worker has been by, and never twice", async () => {
  const before = await counted("dispensing", "outcome", "paid");
  const made = await order({ at: NOON, status: "paid" });
  expect(await refreshReports()).toBeGreaterThan(0);
  expect(await refreshReports()).toBe(0);
  expect(await counted("dispensing", "outcome", "paid")).toBe(before + 1);
  const cancelled = await counted("dispensing", "outcome", "cancelled");
  await transact({ actor: made.patient, now: addMinutes(NOON, 5) }, cancelOrder, { orderId: made.orderId });
  await refreshReports();
  expect(await counted("dispensing", "outcome", "paid")).toBe(before);
  expect(await counted("dispensing", "outcome", "cancelled")).toBe(cancelled + 1);
});

test("a figure leads to its rows, page by page, each once", async () => {
  for (let made = 0; made < 3; made += 1) await order({ at: addMinutes(NOON, made), status: "paid" });
  await refreshReports();
  const only = { breakdown: "outcome", key: "paid" } as const;
  const listed = { report: "dispensing", period: DAY, only } as const;
  const page = await rowsOf(admin, NOON, listed, undefined);
  expect(page?.rows).toHaveLength(await counted("dispensing", "outcome", "paid"));
  const [first] = page?.rows ?? [];
  const rest = await rowsOf(admin, NOON, listed, `${first?.at.toISOString()}~${first?.id}`);
  expect(rest?.rows.map(({ id }) => id)).toEqual(page?.rows.slice(1).map(({ id }) => id));
  expect((await rowsOf(admin, NOON, listed, "not a place"))?.rows).toHaveLength(page?.rows.length ?? -1);
});

test("a file is made by the worker and told; its owner alone fetches it, and that is written down", async () => {
  const { id } = await ask(admin, {});
  expect(await makeReportFile(new Date())).toBe(true);
  expect(await makeReportFile(new Date())).toBe(false);
  const notice = await db().notice.findFirstOrThrow({ where: { accountId: admin.accountId, kind: "report_ready" } });
  expect(notice).toMatchObject({ path: "/admin/reports/files" });
  const answer = await open(admin, id);
  const text = Buffer.from(await answer.arrayBuffer()).toString();
  const rows = await rowsOf(admin, NOON, { report: "dispensing", period: DAY, only: null }, undefined);
  expect(text.startsWith("\ufeff时间,编号,取药方式,结果")).toBe(true);
  expect(text.trim().split("\n")).toHaveLength((rows?.rows.length ?? 0) + 1);
  expect(Number(answer.headers.get("content-length"))).toBe(Buffer.byteLength(text));
  await expect(open(auditor, id)).rejects.toMatchObject({ code: "not_found" });
  const opened = { action: "report.open_file", subjectId: id, actorId: admin.accountId };
  expect(await db().auditEvent.count({ where: opened })).toBe(1);
});

test("a table as a workbook in its asker's language: names, not numbers; yuan, not fen", async () => {
  await order({ at: NOON, status: "paid" });
  await refreshReports();
  const english = { ...auditor, locale: "en" as const };
  const { id } = await ask(english, { report: "dispensing", breakdown: "fulfilment", format: "xlsx", what: "table" });
  await makeReportFile(new Date());
  const files = unzipSync(new Uint8Array(await (await open(auditor, id)).arrayBuffer()));
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  for (const text of ["Fulfilment", "Median (min)", "Express delivery"]) expect(sheet).toContain(text);
});

test("a worker that died lets go of its file after a while; after three tries it is told that there is none", async () => {
  const { id } = await ask(admin, {});
  for (const attempt of [1, 2, 3]) {
    const held = await claimReportFile(addMinutes(NOON, attempt * 10));
    expect(held).toMatchObject({ id, attempts: attempt });
    expect(await claimReportFile(addMinutes(NOON, attempt * 10 + 1))).toBeNull();
  }
  expect(await makeReportFile(addMinutes(NOON, 60))).toBe(true);
  expect(await db().reportFile.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "failed" });
  expect(await db().notice.count({ where: { accountId: admin.accountId, kind: "report_failed" } })).toBe(1);
  await expect(open(admin, id)).rejects.toMatchObject({ code: "not_found" });
});

test("no more than three files of one person are under way", async () => {
  const busy = await person("auditor");
  for (let asked = 0; asked < 3; asked += 1) await ask(busy, {});
  await expect(ask(busy, {})).rejects.toMatchObject({ code: "files_under_way" });
  await db().reportFile.deleteMany({ where: { accountId: busy.accountId } });
});

test("a kept report is made by the clock, once a morning, and goes with its days; a name is taken once", async () => {
  const { id } = await save({});
  await expect(save({})).rejects.toMatchObject({ code: "name_taken" });
  const first = await db().savedReport.findUniqueOrThrow({ where: { id } });
  expect(first.nextAt).toEqual(new Date("2026-11-23T22:00:00.000Z"));
  const morning = addMinutes(first.nextAt ?? NOON, 1);
  await sweepDeadlines(morning);
  await sweepDeadlines(morning);
  const files = await db().reportFile.findMany({ where: { savedReportId: id } });
  expect(files).toMatchObject([
    { status: "waiting", what: "table", since: new Date("2026-11-17"), until: new Date("2026-11-23") },
  ]);
  while (await makeReportFile(new Date()));
  await sweepDeadlines(addDays(morning, 15));
  expect(await db().reportFile.count({ where: { id: files[0]?.id ?? "" } })).toBe(0);
  const erased = { action: "report.forget_file", subjectId: files[0]?.id ?? "" };
  expect(await db().auditEvent.count({ where: erased })).toBe(1);
  await expect(transact({ actor: auditor, now: NOON }, removeReport, { id })).rejects.toMatchObject({
    code: "not_found",
  });
  await transact({ actor: admin, now: NOON }, removeReport, { id });
  expect(await db().savedReport.count({ where: { id } })).toBe(0);
});

test("who may no longer see reports is sent none", async () => {
  const leaver = await person("auditor");
  const { id } = await save({ name: "离职" }, leaver);
  await db().account.update({ where: { id: leaver.accountId }, data: { status: "disabled" } });
  await sweepDeadlines(addDays(NOON, 2));
  expect(await db().reportFile.count({ where: { savedReportId: id } })).toBe(0);
});

test(`R30 (${citation("R30", "en").text}): statistics by prescriber open for an hour to whoever says why, and never come by themselves`, async () => {
  const approved = await prescription();
  await refreshReports();
  const look = (now: Date) => reportOf(auditor, now, "prescribing", "doctor", DAY);
  const wanted = { report: "prescribing", breakdown: "doctor" };
  expect(await look(NOON)).toBeNull();
  expect(await rowsOf(auditor, NOON, { report: "prescribing", period: DAY, only: null }, undefined)).toBeNull();
  await expect(ask(auditor, wanted)).rejects.toMatchObject({ code: "prescriber_reason_needed", rule: "R30" });
  expect(LookAtPrescribers.safeParse({ reason: "想看看" }).success).toBe(false);

  const reason = "第三季度抗菌药物合理使用检查";
  await transact({ actor: auditor, now: NOON }, lookAtPrescribers, { reason });
  const seen = await look(addMinutes(NOON, 59));
  expect(seen?.figures.keys.map(({ key }) => key)).toContain(approved.doctor.accountId);
  expect(await look(addMinutes(NOON, 60))).toBeNull();
  expect(await reportOf(admin, NOON, "prescribing", "doctor", DAY)).toBeNull();
  const kept = await db().auditEvent.findFirstOrThrow({ where: { action: "report.look" } });
  expect(kept).toMatchObject({ actorId: auditor.accountId, detail: { reason, rule: "R30" } });
  await expect(save({ ...wanted, name: "统方", every: "day" }, auditor)).rejects.toMatchObject({ rule: "R30" });
  await save({ ...wanted, name: "统方", every: "never" }, auditor);
});

test.each([
  ["a report that there is not", { report: "everything" }],
  ["a breakdown of another report", { breakdown: "doctor" }],
  ["eleven years", { firstDay: "2015-11-23" }],
  ["a day that is none", { lastDay: "2026-02-30" }],
  ["an end before its beginning", { lastDay: "2026-11-22" }],
  ["another kind of file", { format: "exe" }],
])("%s is refused", (_, wanted) => {
  const usual = { report: "dispensing", breakdown: "outcome", format: "csv", what: "list", ...ASKED };
  expect(AskReportFile.safeParse({ ...usual, ...wanted }).success).toBe(false);
});

test("nobody but administrators and auditors asks for files, and nobody but the worker makes them", async () => {
  await expect(ask(await person("doctor"), {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    transact({ actor: systemActor("deadlines"), now: NOON }, lookAtPrescribers, { reason: "x".repeat(20) }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
