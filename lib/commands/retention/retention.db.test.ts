import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import { dateColumn } from "@/lib/domain/calendar";
import { DecideDestruction, ProposeDestruction } from "@/lib/domain/retention-input";
import { citation } from "@/lib/domain/rules";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { retentionDesk } from "@/lib/queries/admin/retention";
import { room } from "@/lib/queries/room/room";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { order } from "@/lib/testing/order";
import { carryOutDestruction } from "./carry-out";
import { decideDestruction } from "./decide";
import { liftHold, placeHold } from "./hold";
import { proposeDestruction } from "./propose";

let first: Person;
let second: Person;
beforeAll(async () => {
  [first, second] = [await person("admin"), await person("admin")];
});

const propose = (before: string, kind = "conversation", actor = first) =>
  transact(
    { actor, now: NOON },
    proposeDestruction,
    ProposeDestruction.parse({ kind, before, reason: "保存期满，按计划销毁" }),
  );
const decide = (id: string, decision: string, actor = second) =>
  transact({ actor, now: NOON }, decideDestruction, DecideDestruction.parse({ id, decision }));
const carryOut = (id: string) => transact({ actor: systemActor("deadlines"), now: NOON }, carryOutDestruction, { id });
const hold = (thingNumber: string) =>
  transact({ actor: first, now: NOON }, placeHold, { thingNumber, reason: "医疗纠纷，待法院处理" });
/** Everything that is open is taken back, so that another may be asked for. */
const takeBack = () => db().destruction.updateMany({ where: { status: "proposed" }, data: { status: "withdrawn" } });

/** A conversation with a message and a picture that ended on a day. */
async function ended(day: string): Promise<Talk & { pictureKey: string; number: string }> {
  const talk = await consultation();
  const closedAt = new Date(`${day}T04:00:00Z`);
  const [fileId, pictureKey] = [newId(), `pictures/${newId()}`];
  const { number } = await db().consultation.update({
    where: { id: talk.id },
    data: { status: "finished", closedAt, dueAt: null },
    select: { number: true },
  });
  await db().file.create({
    data: {
      ...{ id: fileId, ownerId: talk.patient.accountId, consultationId: talk.id, storageKey: pictureKey },
      ...{ mediaType: "image/webp", bytes: 1, width: 1, height: 1, createdAt: closedAt },
    },
  });
  await db().message.create({
    data: {
      ...{ id: newId(), consultationId: talk.id, seq: 900, kind: "image", body: "", clientId: newId(), fileId },
      ...{ senderId: talk.patient.accountId, senderRole: "patient", createdAt: closedAt },
    },
  });
  return { ...talk, pictureKey, number };
}
const words = (talk: Talk) => db().message.count({ where: { consultationId: talk.id } });

test(`R28 (${citation("R28", "en").text}): a conversation is kept three years to the day; what two people let go goes, whole, and is registered`, async () => {
  const [old, edge] = [await ended("2023-11-22"), await ended("2023-11-23")];
  await expect(propose("2023-11-24")).rejects.toMatchObject({ code: "years_not_over", rule: "R28" });
  const { id } = await propose("2023-11-23");
  await expect(propose("2023-11-01")).rejects.toMatchObject({ code: "conflict" });
  await expect(decide(id, "approve", first)).rejects.toMatchObject({ code: "two_people_needed" });
  await expect(decide(id, "withdraw", second)).rejects.toMatchObject({ code: "two_people_needed" });
  await expect(carryOut(id)).rejects.toMatchObject({ code: "conflict" });
  await decide(id, "approve");
  await expect(decide(id, "refuse")).rejects.toMatchObject({ code: "conflict" });
  await sweepDeadlines(NOON);
  expect([await words(old), await words(edge)]).toEqual([0, 1]);
  expect(await db().file.count({ where: { storageKey: old.pictureKey } })).toBe(0);
  const erasures = await db().outbox.findMany();
  expect(JSON.stringify(erasures.map(({ payload }) => payload))).toContain(old.pictureKey);
  expect(await db().destruction.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "done", destroyed: 1 });
  expect(await db().destroyedThing.findMany({ where: { destructionId: id } })).toMatchObject([{ thingId: old.id }]);
  const left = await room(old.patient, NOON, old.id);
  expect(left).toMatchObject({
    conversationGoneAt: NOON,
    conversation: { messages: [], state: { status: "finished" } },
  });
});

test("nothing of a patient on hold is destroyed, and everything is when the hold is lifted", async () => {
  const [held, free] = [await ended("2022-01-05"), await ended("2022-01-05")];
  const { id: holdId } = await hold(held.number);
  await expect(hold(held.number)).rejects.toMatchObject({ code: "conflict" });
  await expect(hold("C0")).rejects.toMatchObject({ code: "number_unknown" });
  const one = await propose("2022-02-01");
  expect((await retentionDesk(NOON)).counts.conversation).toMatchObject({ held: 1 });
  await decide(one.id, "approve");
  await carryOut(one.id);
  expect([await words(held), await words(free)]).toEqual([1, 0]);
  await transact({ actor: second, now: NOON }, liftHold, { id: holdId, reason: "纠纷已结案" });
  const again = transact({ actor: second, now: NOON }, liftHold, { id: holdId, reason: "纠纷已结案" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  const other = await propose("2022-02-01");
  await decide(other.id, "approve");
  await carryOut(other.id);
  expect(await words(held)).toBe(0);
});

test("of a sale the recipient goes after five years; lines, money and the number stay", async () => {
  const made = await order({ at: NOON, status: "delivered" });
  await db().order.update({ where: { id: made.orderId }, data: { createdAt: new Date("2021-11-22T04:00:00Z") } });
  await expect(propose("2021-11-24", "sale")).rejects.toMatchObject({ code: "years_not_over" });
  const { id } = await propose("2021-11-23", "sale");
  await decide(id, "approve");
  await carryOut(id);
  const row = await db().order.findUniqueOrThrow({ where: { id: made.orderId }, include: { items: true } });
  expect(row).toMatchObject({ pickupCodeSealed: null, signatureSealed: null, deliveryGoneAt: NOON, medicineFen: 1000 });
  expect(unseal(row.addressSealed ?? "")).not.toContain("138");
  expect(row.items).toHaveLength(1);
});

test("who asked may withdraw; another may refuse", async () => {
  const mine = await propose("2020-01-01");
  await decide(mine.id, "withdraw", first);
  const other = await propose("2020-01-01");
  await decide(other.id, "refuse");
  const rows = await db().destruction.findMany({
    where: { id: { in: [mine.id, other.id] } },
    orderBy: { proposedAt: "asc" },
  });
  expect(rows.map(({ status }) => status).sort()).toEqual(["refused", "withdrawn"]);
});

test("the application cannot destroy by itself: not a message, not what nobody let go, not within the years, not alone", async () => {
  const talk = await ended("2023-01-05");
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const insert = (status: string, before: string, decidedBy: string) =>
    client.query(
      `INSERT INTO "Destruction" ("id", "kind", "before", "reason", "status", "proposedById", "proposedAt", "decidedById", "decidedAt")
       VALUES ($1, 'conversation', $2, '', $3::"DestructionStatus", $4, now(), $5, now()) RETURNING "id"`,
      [newId(), before, status, first.accountId, decidedBy],
    );
  const destroy = (id: string) =>
    client.query(`SELECT * FROM destroy_kept($1, now() + interval '99 years', '-', 10)`, [id]);
  try {
    await expect(client.query(`DELETE FROM "Message" WHERE "consultationId" = $1`, [talk.id])).rejects.toThrow(
      /denied/,
    );
    await expect(client.query(`DELETE FROM "DestroyedThing"`)).rejects.toThrow(/denied/);
    await expect(insert("approved", "2020-01-01", first.accountId)).rejects.toThrow(/four_eyes/);
    await expect(destroy(newId())).rejects.toThrow(/nobody let/);
    await takeBack();
    const { rows } = await insert(
      "approved",
      new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      second.accountId,
    );
    await expect(destroy(rows[0]?.id)).rejects.toThrow(/years are not over/);
    expect(await words(talk)).toBe(1);
    await db().destruction.updateMany({ where: { id: rows[0]?.id }, data: { status: "refused" } });
  } finally {
    await client.end();
  }
});

test("terms stand on the desk with what is over; the last day is the one three years ago", async () => {
  const { lastDays } = await retentionDesk(NOON);
  expect(lastDays).toEqual({ conversation: dateColumn("2023-11-23"), sale: dateColumn("2021-11-23") });
});
