import { beforeAll, expect, test } from "vitest";
import { planConfig } from "@/lib/commands/config/plan";
import { withdrawConfig } from "@/lib/commands/config/withdraw";
import { db } from "@/lib/db/client";
import { placesOf } from "@/lib/db/sql/sessions";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { type ConfigKindId, DraftConfig, PlanConfig } from "@/lib/domain/config";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { configDesk } from "@/lib/queries/admin/config";
import { NOON, person } from "@/lib/testing/consultation";
import { draftConfig } from "./draft";
import { exportConfig } from "./export";
import { readPhrases } from "./phrases";

let admin: Person;
beforeAll(async () => {
  admin = await person("admin");
});

const run = (now = NOON) => ({ actor: admin, now });
const give = (kind: ConfigKindId, table: string, now = NOON, dryRun = false) =>
  draftConfig(run(now), DraftConfig.parse({ kind, dryRun: String(dryRun), file: new TextEncoder().encode(table) }));
const newest = async (kind: ConfigKindId) =>
  (await db().configVersion.findFirstOrThrow({ where: { kind }, orderBy: { draftedAt: "desc" } })).id;
const plan = (id: string, fromDay: string, now = NOON) =>
  transact(run(now), planConfig, PlanConfig.parse({ id, fromDay, reason: "年度调整" }));
const withdraw = (id: string, now = NOON) => transact(run(now), withdrawConfig, { id });
const codes = ({ faults }: { faults: readonly { line: number; column: string; code: string }[] }) =>
  faults.map(({ line, column, code }) => `${line} ${column} ${code}`);
const exported = async (kind: ConfigKindId) =>
  Buffer.from(await (await exportConfig(run(), { kind })).arrayBuffer()).toString();
const firstRate = async () => {
  const { carrierCode, provinceCode, priceFen } = await db().carrierRate.findFirstOrThrow({
    orderBy: [{ carrierCode: "asc" }, { provinceCode: "asc" }],
  });
  return { where: `${carrierCode} ${provinceCode}`, priceFen };
};

test("a table that is taken out and given back changes nothing", async () => {
  for (const kind of ["rates", "remote", "holidays", "phrases"] as const) {
    const table = await exported(kind);
    if (table.trim().split("\n").length < 2) continue;
    expect(await give(kind, table, NOON, true)).toMatchObject({ faults: [], added: 0, changed: 0, isTaken: false });
  }
});

test("rates: looked at as a draft, in force from their day, undone to what stood before", async () => {
  const before = await firstRate();
  const table = await exported("rates");
  const [head = "", first = "", ...rest] = table.trim().split("\n");
  const cells = first.split(",");
  const dearer = [head, [...cells.slice(0, 2), "99.50", ...cells.slice(3)].join(","), ...rest].join("\n");
  expect(await give("rates", dearer)).toMatchObject({ isTaken: true, faults: [], added: 0, changed: 1 });
  const id = await newest("rates");
  const { versions } = await configDesk("rates");
  expect(versions[0]).toMatchObject({ fromDay: null, changes: [{ key: before.where, after: { price: 9_950 } }] });
  expect(await firstRate()).toEqual(before);

  await expect(plan(id, "2026-11-22")).rejects.toMatchObject({ code: "day_invalid" });
  await plan(id, "2026-12-01");
  await expect(plan(id, "2026-12-02")).rejects.toMatchObject({ code: "conflict" });
  await sweepDeadlines(addDays(NOON, 7));
  expect(await firstRate()).toEqual(before);
  const day = addDays(NOON, 8);
  await sweepDeadlines(day);
  expect(await firstRate()).toEqual({ ...before, priceFen: 9_950 });
  expect((await configDesk("rates")).versions.find((version) => version.id === id)).toMatchObject({ isLast: true });

  await withdraw(id, day);
  expect(await firstRate()).toEqual(before);
  await expect(withdraw(id, day)).rejects.toMatchObject({ code: "conflict" });
});

test("a plan that is taken back does not come; a draft is thrown away", async () => {
  await give("holidays", "day,nameZh,nameEn\n2027-01-01,元旦,New Year\n");
  const planned = await newest("holidays");
  await plan(planned, "2026-12-01");
  await withdraw(planned);
  await sweepDeadlines(addDays(NOON, 9));
  expect(await db().holiday.count()).toBe(0);
  await give("holidays", "day,nameZh,nameEn\n2027-01-01,元旦,New Year\n", addDays(NOON, 9));
  const draft = await newest("holidays");
  await withdraw(draft);
  await expect(plan(draft, "2026-12-05")).rejects.toMatchObject({ code: "conflict" });
});

test("on a holiday the week's sessions do not take place; a session of that very day does", async () => {
  const offering = await db().offering.findFirstOrThrow({ where: { isActive: true, sessions: { some: {} } } });
  const next = async () => (await placesOf([offering.id], NOON))[0];
  expect(await next()).toMatchObject({ nextDay: "2026-11-23" });
  const table = "day,nameZh,nameEn\n2026-11-23,院庆,Anniversary\n2026-11-24,院庆,Anniversary\n";
  await give("holidays", table, addDays(NOON, 10));
  const id = await newest("holidays");
  await plan(id, "2026-11-23");
  expect(await next()).toMatchObject({ today: 0, nextDay: "2026-11-25" });
  const day = { offeringId: offering.id, day: new Date("2026-11-24"), fromMinute: 540, toMinute: 600, places: 3 };
  await db().sessionException.create({ data: day });
  expect(await next()).toMatchObject({ nextDay: "2026-11-24" });
  await withdraw(id);
  expect(await next()).toMatchObject({ nextDay: "2026-11-23" });
});

test("quick phrases: those that come with the application until others are given, in the reader's language and the table's order", async () => {
  const doctor = { actor: await person("doctor"), now: NOON };
  const built = await readPhrases(doctor, { language: "en" });
  expect(built.phrases[0]).toMatch(/^Hello/);
  await give("phrases", "zh,en\n请稍候。,One moment please.\n您好！,Hello there!\n", addDays(NOON, 11));
  const id = await newest("phrases");
  await plan(id, "2026-11-23");
  expect(await readPhrases(doctor, { language: "en" })).toEqual({ phrases: ["One moment please.", "Hello there!"] });
  expect(await readPhrases(doctor, { language: "zh-CN" })).toEqual({ phrases: ["请稍候。", "您好！"] });
  await withdraw(id);
  expect(await readPhrases(doctor, { language: "en" })).toEqual(built);
});

test("what is wrong with a table is told by line and column, and no draft is made", async () => {
  const drafts = await db().configVersion.count();
  const table =
    "carrier,province,price,extraKilo,minDays,maxDays\nnobody,500000,10,2,1,2\nshunfeng,999999,10,2,1,2\nshunfeng,500000,-1,2,1,2\nshunfeng,110000,10,2,3,2\n";
  expect(codes(await give("rates", table))).toEqual([
    "2 carrier carrier_unknown",
    "3 province area_missing",
    "4 price amount_invalid",
    "5 maxDays day_order",
  ]);
  expect(await db().configVersion.count()).toBe(drafts);
});

test("nobody but an administrator drafts or plans", async () => {
  const auditor = await person("auditor");
  const id = await newest("rates");
  const asked = transact({ actor: auditor, now: NOON }, planConfig, { id, fromDay: "2026-12-01", reason: "x" });
  await expect(asked).rejects.toMatchObject({ code: "forbidden" });
});
