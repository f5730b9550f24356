import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { anchorAudit, sealAudit } from "@/lib/db/sql/audit-chain";
import { recordView } from "@/lib/db/view";
import { type Person, systemActor } from "@/lib/domain/actor";
import { AuditSearch } from "@/lib/domain/audit-search";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { citation } from "@/lib/domain/rules";
import { auditTrail } from "@/lib/queries/admin/audit";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { exportAudit } from "./export";
import { verify } from "./verify";

let auditor: Person;
let doctor: Person;
let patientName: string;
beforeAll(async () => {
  auditor = await person("auditor");
  const talk = await consultation();
  doctor = talk.doctor;
  patientName = `${newId()}`;
  await db().patient.update({ where: { id: talk.patientId }, data: { name: patientName } });
  await db().staff.create({
    data: { accountId: doctor.accountId, staffNo: "D777", nameZh: "审计样例", nameEn: "Audit Sample" },
  });
  const look = { subjectType: "patient", subjectId: talk.patientId, patientId: talk.patientId };
  await recordView(doctor, NOON, { action: "record.view", ...look, detail: { note: "=1+1" } });
  await recordView(doctor, addDays(NOON, 2), { action: "record.share", ...look, isAllowed: false });
});

const search = async (asked: object) => {
  const { rows } = await auditTrail(auditor, NOON, AuditSearch.parse(asked), undefined);
  return rows.map(({ action }) => action);
};

test.each([
  ["a staff number", { staff: "d777" }, ["record.share", "record.view"]],
  ["a name in Chinese", { staff: "审计样例" }, ["record.share", "record.view"]],
  ["a name in English", { staff: "audit sample" }, ["record.share", "record.view"]],
  ["a deed", { staff: "D777", action: "record.view" }, ["record.view"]],
  ["the beginning of one", { staff: "D777", action: "record." }, ["record.share", "record.view"]],
  ["what was refused", { staff: "D777", denied: "1" }, ["record.share"]],
  ["a day", { staff: "D777", from: "2026-11-23", to: "2026-11-23" }, ["record.view"]],
  ["a day on which nothing was", { staff: "D777", from: "2026-11-24", to: "2026-11-24" }, []],
  ["nobody", { staff: "D778" }, []],
  [
    "what is no deed and no day",
    { staff: "D777", action: "'; --", from: "yesterday" },
    ["record.share", "record.view"],
  ],
])("the audit is searched by %s", async (_, asked, found) => expect(await search(asked)).toEqual(found));

test(`R29 (${citation("R29", "en").text}): what was done about a patient is found with the names of whoever did it; the search is a row of its own`, async () => {
  const { rows } = await auditTrail(auditor, NOON, AuditSearch.parse({ patient: patientName }), undefined);
  expect(rows).toMatchObject([
    { action: "record.share", isAllowed: false, staffNo: "D777", patientName },
    { action: "record.view", nameEn: "Audit Sample", detail: { note: "=1+1" } },
  ]);
  const own = { actorId: auditor.accountId, action: "audit.search" };
  expect(await db().auditEvent.count({ where: own })).toBeGreaterThan(0);
});

test("older rows stand on the next page", async () => {
  const top = await auditTrail(auditor, NOON, AuditSearch.parse({}), undefined);
  const { rows } = await auditTrail(auditor, NOON, AuditSearch.parse({}), String(top.rows[1]?.id));
  expect(rows[0]?.id).toBe(top.rows[2]?.id);
  const nowhere = await auditTrail(auditor, NOON, AuditSearch.parse({}), "x");
  expect(nowhere.rows[0]?.action).toBe("audit.search");
});

test("what is found is taken out as a table; what a spreadsheet would take for a formula is text", async () => {
  const answer = await exportAudit({ actor: auditor, now: NOON }, AuditSearch.parse({ staff: "D777" }));
  const lines = (await answer.text()).trim().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("number,at,staffNo");
  expect(lines[2]).toContain('"{""note"":""=1+1""}"');
});

test("a chain that is whole says so; one that is not is told to those who answer for it", async () => {
  const now = addMinutes(new Date(), 10);
  await sealAudit();
  await anchorAudit(now);
  expect(await anchorAudit(now)).toBeNull();
  expect((await verify({ actor: auditor, now })).faults).toBe(0);
  expect((await auditTrail(auditor, now, AuditSearch.parse({}), undefined)).chain).toMatchObject({
    check: { faults: [] },
    anchors: [{ seq: expect.any(Number) }],
  });
  const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await expect(owner.query(`UPDATE "AuditEvent" SET "actorRole" = 'patient'`)).rejects.toThrow(/append only/);
  await owner.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
  await owner.query(`UPDATE "AuditEvent" SET "actorRole" = 'patient' WHERE "action" = 'record.share'`);
  await owner.end();
  expect((await verify({ actor: systemActor("audit"), now: addMinutes(now, 1) })).faults).toBeGreaterThan(0);
  const told = { accountId: auditor.accountId, kind: "audit_broken" };
  expect(await db().notice.count({ where: told })).toBe(1);
  const check = await db().auditCheck.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(check.faults).toContainEqual(expect.objectContaining({ kind: "row_changed" }));
});
