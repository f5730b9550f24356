import { beforeAll, expect, test } from "vitest";
import { sweepOrder } from "@/lib/commands/order/sweep";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { issueStock } from "@/lib/db/stock";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { GoodsIn } from "@/lib/domain/stock-input";
import { importGoods } from "@/lib/flows/stock/import";
import { returnedPacks, stock, stockBatch } from "@/lib/queries/pharmacist/stock";
import { NOON, person } from "@/lib/testing/consultation";
import { medicine, type Ordered, order, pickup, prescription } from "@/lib/testing/order";
import { placeOrder } from "../order/place";
import { countBatch } from "./count";
import { inspectReturned } from "./inspect";
import { recallBatch } from "./recall";
import { receiveBatch } from "./receive";
import { writeOff } from "./write-off";

let pharmacist: Person;
let head: Person;
beforeAll(async () => {
  pharmacist = await person("pharmacist");
  head = await person("head_pharmacist");
});

const codeOf = async (id: string) => (await db().medicine.findUniqueOrThrow({ where: { id } })).code.toUpperCase();
/** A medicine of its own whose code a form can bear, with its first batch. */
async function shelf(batches: Parameters<typeof medicine>[0] = {}) {
  const medicineId = await medicine(batches);
  const code = await codeOf(medicineId);
  await db().medicine.update({ where: { id: medicineId }, data: { code } });
  const batch = await db().stockBatch.findFirst({ where: { medicineId }, orderBy: { number: "asc" } });
  return { medicineId, code, batchId: batch?.id ?? "" };
}
const goods = (code: string, more: Partial<GoodsIn> = {}): GoodsIn => ({
  ...{ code, batch: "N1", expiresOn: "2030-01-01", packs: 7, location: "A-01" },
  ...more,
});
const receive = (row: GoodsIn) => transact({ actor: pharmacist, now: NOON }, receiveBatch, row);
const batchRow = (id: string) => db().stockBatch.findUniqueOrThrow({ where: { id }, include: { movements: true } });

/** The shelf is the sum of what moved, of every batch in the database. */
const disagreeing = () => db().$queryRaw`
  SELECT b."id" FROM "StockBatch" b LEFT JOIN "StockMovement" m ON m."batchId" = b."id"
  GROUP BY b."id" HAVING b."quantity" <> COALESCE(sum(m."delta"), 0)`;

test("goods in make a batch, or let it grow, with who did it", async () => {
  const { medicineId, code } = await shelf({ batches: [] });
  await receive(goods(code));
  await receive(goods(code, { packs: 3, location: "" }));
  const [batch] = await db().stockBatch.findMany({ where: { medicineId }, include: { movements: true } });
  expect(batch).toMatchObject({ number: "N1", quantity: 10, location: "A-01" });
  expect(batch?.movements.map(({ delta, reason, actorId }) => [delta, reason, actorId])).toEqual([
    [7, "received", pharmacist.accountId],
    [3, "received", pharmacist.accountId],
  ]);
});

test.each([
  ["an unknown medicine", { code: "NOPE" }, "medicine_unknown"],
  ["R25: goods whose day is today", { expiresOn: NOON.toISOString().slice(0, 10) }, "goods_expired"],
  ["a number that stands there with another expiry", { expiresOn: "2031-01-01" }, "batch_differs"],
])("%s is refused, and nothing is written", async (_, change, refusal) => {
  const { code, medicineId } = await shelf({ batches: [] });
  await receive(goods(code));
  await expect(receive(goods(code, change))).rejects.toMatchObject({ code: refusal });
  expect(await db().stockBatch.findMany({ where: { medicineId } })).toMatchObject([{ quantity: 7 }]);
});

test.each([
  ["zero packs", { packs: "0" }],
  ["negative packs", { packs: "-3" }],
  ["half a pack", { packs: "1.5" }],
  ["a million packs", { packs: "1000000" }],
  ["a day that is none", { expiresOn: "2030-02-30" }],
  ["a batch of nothing", { batch: " " }],
  ["a column too many", { extra: "1" }],
])("goods in with %s do not get past the door", (_, change) => {
  expect(GoodsIn.safeParse({ code: "M1", batch: "B", expiresOn: "2030-01-01", packs: "1", ...change }).success).toBe(
    false,
  );
});

const table = (lines: readonly string[]) =>
  new TextEncoder().encode(["code,batch,expiresOn,packs,location", ...lines].join("\n"));

test("a table of goods tells every fault, takes nothing in with one, and all of it without", async () => {
  const { code, medicineId } = await shelf({ batches: [] });
  const run = { actor: pharmacist, now: NOON };
  const bad = [
    `${code},T1,2030-01-01,5,A`,
    `NOPE,T2,2030-01-01,5,`,
    `${code},T3,2020-01-01,5,`,
    `${code},T1,2030-01-01,-1,`,
  ];
  const answer = await importGoods(run, { file: table(bad), dryRun: false });
  expect(answer).toMatchObject({ isTaken: false });
  expect(answer.faults.map(({ line, code: fault }) => [line, fault])).toEqual([
    [3, "medicine_unknown"],
    [4, "goods_expired"],
    [5, "number_invalid"],
  ]);
  const good = table([`${code},T1,2030-01-01,5,A`, `${code},T2,2030-06-01,6,`]);
  expect(await importGoods(run, { file: good, dryRun: true })).toMatchObject({ isTaken: false, faults: [], added: 2 });
  expect(await db().stockBatch.count({ where: { medicineId } })).toBe(0);
  expect(await importGoods(run, { file: good, dryRun: false })).toMatchObject({ isTaken: true });
  expect(await db().stockBatch.count({ where: { medicineId } })).toBe(2);
  await expect(importGoods(run, { file: new Uint8Array([255, 0]), dryRun: true })).rejects.toMatchObject({
    code: "csv_unreadable",
  });
});

const count = (batchId: string, counted: number) =>
  transact({ actor: pharmacist, now: NOON }, countBatch, { batchId, counted, location: "B-02", note: "月末盘点" });

test("what was counted stands, with the difference as a movement; never fewer than are promised", async () => {
  const { medicineId, batchId } = await shelf();
  expect(await count(batchId, 8)).toEqual({ delta: -2 });
  expect(await count(batchId, 8)).toEqual({ delta: 0 });
  expect(await batchRow(batchId)).toMatchObject({ quantity: 8, location: "B-02" });
  const made = await prescription({ packs: { [medicineId]: 5 } });
  await transact({ actor: made.patient, now: NOON }, placeOrder, pickup(made.prescriptionId));
  await expect(count(batchId, 4)).rejects.toMatchObject({ code: "count_below_promised", params: { reserved: 5 } });
  expect(await count(batchId, 5)).toEqual({ delta: -3 });
});

const off = (batchId: string, packs: number) =>
  transact({ actor: pharmacist, now: NOON }, writeOff, { batchId, packs, reason: "damaged", note: "" });

test("packs are written off as far as they are free, by however many at once", async () => {
  const { batchId } = await shelf();
  await expect(off(batchId, 11)).rejects.toMatchObject({ code: "write_off_too_many", params: { free: 10 } });
  const answers = await Promise.allSettled([off(batchId, 4), off(batchId, 4), off(batchId, 4), count(batchId, 9)]);
  expect(answers.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(3);
  const { quantity, movements } = await batchRow(batchId);
  expect(quantity).toBeGreaterThanOrEqual(0);
  expect(movements.reduce((sum, { delta }) => sum + delta, 0)).toBe(quantity);
});

const recall = (batchId: string) =>
  transact({ actor: head, now: NOON }, recallBatch, { batchId, reason: "厂家通知：含量不合格" });
const issue = (made: Ordered) =>
  transact(
    { actor: pharmacist, now: NOON },
    async (work, { orderId }: { orderId: string }) => {
      await issueStock(work, orderId);
      work.audit({ action: "order.seal", subjectType: "order", subjectId: orderId });
    },
    { orderId: made.orderId },
  );
const firstBatch = ({ medicineId }: Ordered) => db().stockBatch.findFirstOrThrow({ where: { medicineId } });

test("a recalled batch names and tells everybody who received it, and is promised to nobody", async () => {
  const made = await order({ status: "sealed" });
  await issue(made);
  const { id } = await firstBatch(made);
  expect(await recall(id)).toEqual({ orders: 1 });
  expect(await db().notice.count({ where: { accountId: made.patient.accountId, kind: "batch_recalled" } })).toBe(1);
  const seen = await stockBatch(pharmacist, NOON, id);
  expect(seen.receivers).toMatchObject([{ id: made.orderId, packs: 1 }]);
  const next = await prescription({ packs: { [made.medicineId]: 1 } });
  await expect(
    transact({ actor: next.patient, now: NOON }, placeOrder, pickup(next.prescriptionId)),
  ).rejects.toMatchObject({ code: "out_of_stock" });
  await expect(recall(id)).rejects.toMatchObject({ code: "conflict" });
  await expect(
    transact({ actor: pharmacist, now: NOON }, recallBatch, { batchId: id, reason: "厂家通知" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

const inspect = (returnedId: string, outcome: "restocked" | "destroyed") =>
  transact({ actor: pharmacist, now: NOON }, inspectReturned, { returnedId, outcome, note: "包装完好" });

test("R25: what was not collected waits to be looked at, and goes back once, or not at all", async () => {
  const made = await order({ how: "pickup", status: "ready_for_pickup" });
  await issue(made);
  await db().order.update({ where: { id: made.orderId }, data: { dueAt: NOON } });
  await transact({ actor: systemActor("deadlines"), now: NOON }, sweepOrder, { id: made.orderId });
  const { id: batchId } = await firstBatch(made);
  expect(await batchRow(batchId)).toMatchObject({ quantity: 9 });
  const row = (await returnedPacks()).find(({ orderItem }) => orderItem.order.id === made.orderId);
  expect(row).toMatchObject({ packs: 1 });
  const answers = await Promise.allSettled([
    inspect(row?.id ?? "", "restocked"),
    inspect(row?.id ?? "", "restocked"),
    inspect(row?.id ?? "", "destroyed"),
  ]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { quantity, movements } = await batchRow(batchId);
  expect(movements.reduce((sum, { delta }) => sum + delta, 0)).toBe(quantity);
});

test("R25: what is past its day or recalled does not go back to the shelf", async () => {
  const made = await order({ how: "pickup", status: "ready_for_pickup" });
  await issue(made);
  await db().order.update({ where: { id: made.orderId }, data: { dueAt: NOON } });
  await transact({ actor: systemActor("deadlines"), now: NOON }, sweepOrder, { id: made.orderId });
  const { id: batchId } = await firstBatch(made);
  await db().stockBatch.update({ where: { id: batchId }, data: { expiresOn: NOON } });
  const row = (await returnedPacks()).find(({ orderItem }) => orderItem.order.id === made.orderId);
  await expect(inspect(row?.id ?? "", "restocked")).rejects.toMatchObject({ code: "not_restockable", rule: "R25" });
  await inspect(row?.id ?? "", "destroyed");
  await expect(inspect(newId(), "destroyed")).rejects.toMatchObject({ code: "not_found" });
});

test("the lists name what runs low and what soon expires", async () => {
  const low = await shelf({ batches: [[300, 2]] });
  const near = await shelf({ batches: [[10, 50]] });
  const codes = async (list: "low" | "near") => (await stock("测试片", list, NOON)).map(({ id }) => id);
  expect(await codes("low")).toContain(low.medicineId);
  expect(await codes("low")).not.toContain(near.medicineId);
  expect(await codes("near")).toContain(near.medicineId);
  expect(await codes("near")).not.toContain(low.medicineId);
  expect(addDays(NOON, 10) > NOON).toBe(true);
});

test("the shelf is the sum of what moved", async () => expect(await disagreeing()).toEqual([]));
