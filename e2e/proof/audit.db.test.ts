import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { anchorAudit, sealAudit, verifyAudit } from "@/lib/db/sql/audit-chain";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";

const isFull = process.env.PROOF === "full";
const seed = process.env.PROOF_SEED ? { seed: Number(process.env.PROOF_SEED) } : {};
const ROWS = 120;
const LATER = addDays(NOON, 1);

/** The owner of the tables: what the application's role cannot do, somebody with the database's keys could. */
const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
let people: Person[];
let first: bigint;

beforeAll(async () => {
  await owner.connect();
  people = await Promise.all([person("doctor"), person("pharmacist"), person("admin")]);
  await sealAudit();
  for (let row = 0; row < ROWS; row += 1)
    await recordView(people[row % 3] as Person, addMinutes(NOON, row), {
      ...{ action: "record.view", subjectType: "patient", subjectId: `p${row}`, isAllowed: row % 7 !== 0 },
      detail: { row, b: "x", a: null },
    });
  await sealAudit();
  await anchorAudit(LATER);
  first = ((await db().auditEvent.findFirstOrThrow({ where: { subjectId: "p0" } })) as { id: bigint }).id;
});
afterAll(() => owner.end());

test("P12: the application's role can neither change nor delete a row of the audit, its chain or its anchors", async () => {
  for (const table of ["AuditEvent", "AuditLink", "AuditAnchor"]) {
    const column = { AuditEvent: "action", AuditLink: "hash", AuditAnchor: "hash" }[table];
    await expect(db().$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = 'x'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
    await expect(db().$executeRawUnsafe(`TRUNCATE "${table}"`)).rejects.toThrow(/permission denied/);
  }
});

test("P12: what was not touched is found whole; two who seal at once link each row once", async () => {
  await Promise.all([sealAudit(), sealAudit(), sealAudit()]);
  const { checked, faults } = await verifyAudit(LATER);
  expect(faults).toEqual([]);
  expect(checked).toBe(await db().auditEvent.count());
});

test("a row that nobody linked is named, and one that came late is still linked", async () => {
  await recordView(people[0] as Person, NOON, { action: "record.view", subjectType: "patient", subjectId: "late" });
  expect((await verifyAudit(LATER)).faults).toMatchObject([{ kind: "not_linked" }]);
  expect(await sealAudit()).toBe(1);
  expect((await verifyAudit(LATER)).faults).toEqual([]);
});

const row = fc.integer({ min: 0, max: ROWS - 1 });
const columns = ["action", "subjectId", "subjectType", "actorRole", "mac"] as const;
type Edit = readonly [what: string, ...statements: readonly string[]];
const id = (index: number) => String(first + BigInt(index));
const anyEdit = () =>
  fc.oneof(
    fc
      .record({ row, column: fc.constantFrom(...columns), character: fc.constantFrom("x", "0", " ") })
      .map(
        ({ row, column, character }): Edit => [
          `${column} of a row`,
          `UPDATE "AuditEvent" SET "${column}" = "${column}" || '${character}' WHERE "id" = ${id(row)}`,
        ],
      ),
    fc
      .record({ row, ms: fc.integer({ min: 1, max: 100_000 }) })
      .map(
        ({ row, ms }): Edit => [
          "the time of a row",
          `UPDATE "AuditEvent" SET "at" = "at" + interval '${ms} milliseconds' WHERE "id" = ${id(row)}`,
        ],
      ),
    row.map(
      (at): Edit => [
        "what was refused",
        `UPDATE "AuditEvent" SET "isAllowed" = NOT "isAllowed" WHERE "id" = ${id(at)}`,
      ],
    ),
    row.map(
      (at): Edit => [
        "a detail",
        `UPDATE "AuditEvent" SET "detail" = jsonb_set("detail", '{row}', '-1') WHERE "id" = ${id(at)}`,
      ],
    ),
    row.map((at): Edit => ["who it was", `UPDATE "AuditEvent" SET "actorId" = NULL WHERE "id" = ${id(at)}`]),
    row.map((at): Edit => ["a row deleted", `DELETE FROM "AuditEvent" WHERE "id" = ${id(at)}`]),
    row.map((at): Edit => ["a link deleted", `DELETE FROM "AuditLink" WHERE "eventId" = ${id(at)}`]),
    row.map(
      (at): Edit => [
        "a row deleted with its link",
        `DELETE FROM "AuditEvent" WHERE "id" = ${id(at)}`,
        `DELETE FROM "AuditLink" WHERE "eventId" = ${id(at)}`,
      ],
    ),
    row.map(
      (at): Edit => [
        "the end cut off",
        `DELETE FROM "AuditEvent" WHERE "id" >= ${id(at)}`,
        `DELETE FROM "AuditLink" WHERE "eventId" >= ${id(at)}`,
      ],
    ),
    fc
      .tuple(row, row)
      .filter(([a, b]) => a !== b)
      .map(
        ([a, b]): Edit => [
          "two rows exchanged",
          `UPDATE "AuditEvent" SET "id" = -1 WHERE "id" = ${id(a)}`,
          `UPDATE "AuditEvent" SET "id" = ${id(a)} WHERE "id" = ${id(b)}`,
          `UPDATE "AuditEvent" SET "id" = ${id(b)} WHERE "id" = -1`,
        ],
      ),
    fc
      .tuple(row, row)
      .filter(([a, b]) => a !== b)
      .map(
        ([a, b]): Edit => [
          "two links exchanged",
          `UPDATE "AuditLink" SET "eventId" = -1 WHERE "eventId" = ${id(a)}`,
          `UPDATE "AuditLink" SET "eventId" = ${id(a)} WHERE "eventId" = ${id(b)}`,
          `UPDATE "AuditLink" SET "eventId" = ${id(b)} WHERE "eventId" = -1`,
        ],
      ),
    row.map(
      (at): Edit => [
        "a row doubled",
        `INSERT INTO "AuditEvent" ("at", "actorId", "actorRole", "action", "subjectType", "subjectId", "patientId", "isAllowed", "detail", "mac")
       SELECT "at", "actorId", "actorRole", "action", "subjectType", "subjectId", "patientId", "isAllowed", "detail", "mac"
       FROM "AuditEvent" WHERE "id" = ${id(at)}`,
      ],
    ),
  );

test("P12: each edit, deletion, exchange and insertion is found, whoever made it", async () => {
  const tables = ["AuditEvent", "AuditLink"] as const;
  for (const table of tables) {
    await expect(owner.query(`DELETE FROM "${table}"`)).rejects.toThrow(/append only/);
    await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await owner.query(`CREATE TABLE "Kept${table}" AS SELECT * FROM "${table}"`);
  }
  const restore = async () => {
    for (const table of tables)
      await owner.query(`DELETE FROM "${table}"; INSERT INTO "${table}" SELECT * FROM "Kept${table}"`);
  };
  const tried = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyEdit(), async ([what, ...statements]) => {
      for (const statement of statements) await owner.query(statement);
      const { faults } = await verifyAudit(LATER);
      await restore();
      expect([what, faults.length > 0]).toEqual([what, true]);
      tried.set(what, (tried.get(what) ?? 0) + 1);
    }),
    { numRuns: isFull ? 1_000 : 60, ...seed },
  );
  expect((await verifyAudit(LATER)).faults).toEqual([]);
  process.stdout.write(
    `P12: ${[...tried.values()].reduce((a, b) => a + b, 0)} edits of ${tried.size} kinds, all found\n`,
  );
}, 600_000);
