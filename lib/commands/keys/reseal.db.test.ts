import { createCipheriv, randomBytes } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { newestKeyId, seal, unseal } from "@/lib/db/seal";
import { type SealedColumn, sealedColumns } from "@/lib/db/sealed-columns";
import { replaceSealed } from "@/lib/db/sql/reseal";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { resealBatch } from "./reseal";

const NONE = "00000000-0000-0000-0000-000000000000";
const patients: SealedColumn = { table: "Patient", column: "idNumberSealed" };
const keyOf = (letter: string) => Buffer.alloc(32, letter);

// The newest first: what the older one sealed has to be sealed anew.
vi.stubEnv("FIELD_KEYS", `new:${keyOf("n").toString("base64")},old:${keyOf("o").toString("base64")}`);

function sealedWith(keyId: string, key: Buffer, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [keyId, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

/** A patient whose number is sealed with another key. */
async function patientSealedWith(keyId: string, letter: string): Promise<{ id: string; idNumber: string }> {
  const { patientId: id, idNumber } = await applicant();
  const idNumberSealed = sealedWith(keyId, keyOf(letter), idNumber);
  await db().patient.update({ where: { id }, data: { idNumberSealed } });
  return { id, idNumber };
}

const reseal = () => transact({ actor: systemActor("keys"), now: NOON }, resealBatch, { where: patients, after: NONE });
const sealedOf = async (id: string) => (await db().patient.findUniqueOrThrow({ where: { id } })).idNumberSealed;

test("what an older key sealed is sealed with the newest, and opens to the same; done again, nothing changes", async () => {
  expect(newestKeyId()).toBe("new");
  const old = await patientSealedWith("old", "o");
  expect(unseal(await sealedOf(old.id))).toBe(old.idNumber);
  expect(await reseal()).toEqual({ changed: 1, unreadable: 0, last: null });
  const sealed = await sealedOf(old.id);
  expect(sealed).toMatch(/^new\./);
  expect(unseal(sealed)).toBe(old.idNumber);
  expect(await reseal()).toEqual({ changed: 0, unreadable: 0, last: null });
  expect(await db().auditEvent.findFirst({ where: { action: "keys.reseal" } })).toMatchObject({
    actorRole: "system:keys",
    subjectId: "Patient.idNumberSealed",
    detail: { keyId: "new", changed: 1, unreadable: 0 },
  });
});

test("a row whose key is gone stays as it is and is counted, and holds up no other", async () => {
  const [lost, old] = await Promise.all([patientSealedWith("gone", "g"), patientSealedWith("old", "o")]);
  const before = await sealedOf(lost.id);
  expect(await reseal()).toMatchObject({ changed: 1, unreadable: 1 });
  expect([await sealedOf(lost.id), (await sealedOf(old.id)).slice(0, 4)]).toEqual([before, "new."]);
  await db().patient.update({ where: { id: lost.id }, data: { idNumberSealed: seal(lost.idNumber) } });
});

test("what was written meanwhile is not overwritten with the older text", async () => {
  const { id, idNumber } = await patientSealedWith("old", "o");
  const read = await sealedOf(id);
  const written = seal("990001199001010018");
  await db().patient.update({ where: { id }, data: { idNumberSealed: written } });
  const rows = [{ id, old: read, fresh: seal(idNumber) }];
  expect(await db().$transaction((tx) => replaceSealed(tx, patients, rows))).toBe(0);
  expect(await sealedOf(id)).toBe(written);
});

test("each listed column is there, and nobody but the system changes keys", async () => {
  for (const where of sealedColumns) {
    const run = { actor: systemActor("keys"), now: NOON };
    expect(await transact(run, resealBatch, { where, after: NONE })).toMatchObject({ last: null });
  }
  const admin = await person("admin");
  const asAdmin = transact({ actor: admin, now: NOON }, resealBatch, { where: patients, after: NONE });
  await expect(asAdmin).rejects.toMatchObject({ code: "forbidden" });
});

test("the list of sealed columns is the schema's", () => {
  const inSchema = globSync("prisma/schema/*.prisma").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, table, body = ""]) =>
      [...body.matchAll(/^\s+(\w+Sealed)\s/gm)].map(([, column]) => `${table}.${column}`),
    ),
  );
  const listed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(listed.toSorted()).toEqual([...inSchema, "BookingDraft.content"].toSorted());
});
