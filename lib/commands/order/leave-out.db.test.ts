import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { HandOverOrder } from "@/lib/domain/dispensing-input";
import { dispensingOrder } from "@/lib/queries/pharmacist/dispensing-order";
import { NOON, person } from "@/lib/testing/consultation";
import { express, medicine, type Ordered, order, paid, prescription } from "@/lib/testing/order";
import { checkOrder } from "./check";
import { handOverOrder } from "./hand-over";
import { leaveOut } from "./leave-out";
import { nameCollector } from "./name-collector";
import { pickOrder } from "./pick";
import { pickOrderAgain } from "./pick-again";
import { placeOrder } from "./place";
import { remindOfPickup } from "./remind";
import { sealOrder } from "./seal";

let picker: Person;
let checker: Person;
beforeAll(async () => {
  picker = await person("pharmacist");
  checker = await person("pharmacist");
});

interface Two extends Ordered {
  readonly items: readonly { readonly id: string; readonly medicineId: string }[];
}

/** A paid order of two medicines, one pack at ¥10 each, ¥13 for the way, that is being picked. */
async function picking(): Promise<Two> {
  const medicineId = await medicine();
  const made = await prescription({ packs: { [medicineId]: 1, [await medicine()]: 1 } });
  const { id: orderId } = await transact({ actor: made.patient, now: NOON }, placeOrder, express(made.prescriptionId));
  const ordered = { ...made, orderId, medicineId };
  await paid(ordered, "medicine", 2000);
  await paid(ordered, "delivery", 1300);
  await db().order.update({ where: { id: orderId }, data: { status: "paid", paidAt: NOON, dueAt: null } });
  await transact({ actor: picker, now: NOON }, pickOrder, { orderId });
  const items = await db().orderItem.findMany({ where: { orderId }, orderBy: { position: "asc" } });
  return { ...ordered, items };
}

const out = ({ orderId }: Ordered, orderItemId = "") =>
  transact({ actor: picker, now: NOON }, leaveOut, { orderId, orderItemId, reasonCode: "damaged" });
const row = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      items: { orderBy: { position: "asc" } },
      payments: { orderBy: { id: "asc" }, include: { refunds: true } },
    },
  });
const kinds = async ({ patient }: Ordered) =>
  (await db().notice.findMany({ where: { accountId: patient.accountId } })).map(({ kind }) => kind);

test("a line that cannot be dispensed is left out with its reason, its price goes back, the rest goes on", async () => {
  const made = await picking();
  await out(made, made.items[0]?.id);
  expect(await row(made)).toMatchObject({
    status: "picking",
    items: [{ leftOutReason: "damaged", refundedPacks: 1 }, { leftOutReason: null }],
    payments: [{ refundedFen: 1000, refunds: [{ reasonCode: "not_dispensed" }] }, { refundedFen: 0 }],
  });
  expect(await kinds(made)).toContain("line_left_out");
  expect(await db().stockBatch.findFirst({ where: { medicineId: made.items[0]?.medicineId } })).toMatchObject({
    reserved: 0,
  });
  await transact({ actor: checker, now: NOON }, checkOrder, { orderId: made.orderId, batches: ["B1"] });
  await transact({ actor: checker, now: NOON }, sealOrder, { orderId: made.orderId });
  expect(await db().stockBatch.findFirst({ where: { medicineId: made.items[1]?.medicineId } })).toMatchObject({
    ...{ quantity: 9, reserved: 0 },
  });
});

test("with its last line the order is called off, and the delivery is paid back too", async () => {
  const made = await picking();
  for (const { id } of made.items) await out(made, id);
  expect(await row(made)).toMatchObject({
    ...{ status: "cancelled", payments: [{ refundedFen: 2000 }, { refundedFen: 1300 }] },
  });
  expect(await kinds(made)).toContain("order_not_dispensed");
});

test("a line is left out once, of an order on the bench, by the pharmacy", async () => {
  const made = await picking();
  const id = made.items[0]?.id ?? "";
  const answers = await Promise.allSettled([out(made, id), out(made, id), out(made, id)]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await row(made)).payments[0]).toMatchObject({ refundedFen: 1000 });
  const foreign = await picking();
  await expect(out(made, foreign.items[0]?.id)).rejects.toMatchObject({ code: "conflict" });
  await db().order.update({ where: { id: foreign.orderId }, data: { status: "sealed" } });
  await expect(out(foreign, foreign.items[0]?.id)).rejects.toMatchObject({ code: "conflict" });
});

const GTIN = "06912345678901";

test("R25: a scan that names another medicine stops the line, whatever its batch number", async () => {
  const made = await picking();
  await db().medicine.update({ where: { id: made.medicineId }, data: { gtin: GTIN } });
  const check = (...batches: string[]) =>
    transact({ actor: checker, now: NOON }, checkOrder, { orderId: made.orderId, batches });
  await expect(check("(01)06900000000001(10)B1", "(01)06900000000002(10)B1")).rejects.toMatchObject({
    ...{ code: "wrong_medicine", rule: "R25" },
  });
  await expect(check("B1", "B9")).rejects.toMatchObject({ code: "wrong_batch" });
  await check(`01${GTIN}10B1\u001d17271231`, "B1");
  expect((await row(made)).status).toBe("checked");
});

test("R25: a batch that expires or is recalled on the bench is not sealed; picked again it gives way to another", async () => {
  const made = await picking();
  const { orderId } = made;
  await transact({ actor: checker, now: NOON }, checkOrder, { orderId, batches: ["B1", "B1"] });
  const stale = { medicineId: made.medicineId };
  await db().stockBatch.updateMany({ where: stale, data: { recalledAt: NOON, recallReason: "厂家通知" } });
  await expect(transact({ actor: checker, now: NOON }, sealOrder, { orderId })).rejects.toMatchObject({
    ...{ code: "batch_expired", rule: "R25" },
  });
  expect((await dispensingOrder(picker, NOON, orderId)).isStale).toBe(true);
  const again = () => transact({ actor: picker, now: NOON }, pickOrderAgain, { orderId });
  await expect(again()).rejects.toMatchObject({ code: "out_of_stock" });
  await db().stockBatch.create({
    data: { medicineId: made.medicineId, number: "B2", quantity: 4, expiresOn: addDays(NOON, 300) },
  });
  await again();
  expect((await dispensingOrder(picker, NOON, orderId)).isStale).toBe(false);
  await transact({ actor: checker, now: NOON }, checkOrder, { orderId, batches: ["B1", "B2"] });
  await transact({ actor: checker, now: NOON }, sealOrder, { orderId });
});

const onShelf = () => order({ how: "pickup", status: "ready_for_pickup" });
const name = (made: Ordered, idTail = "001X") =>
  transact({ actor: made.patient, now: NOON }, nameCollector, {
    ...{ orderId: made.orderId, collectorName: "王大山", idTail },
  });
async function collect(made: Ordered, idTail?: string) {
  const { pickupCodeSealed } = await row(made);
  const code = unseal(pickupCodeSealed ?? "");
  return transact({ actor: checker, now: NOON }, handOverOrder, { orderId: made.orderId, code, idTail });
}

test("somebody else collects with the code and the end of the ID that the patient named", async () => {
  const made = await onShelf();
  await expect(collect(made, "001X")).rejects.toMatchObject({ code: "wrong_collector" });
  await name(made, "9999");
  await name(made);
  expect((await dispensingOrder(checker, NOON, made.orderId)).collectorName).toBe("王大山");
  expect(JSON.stringify(await row(made))).not.toContain("王大山");
  await expect(collect(made, "9999")).rejects.toMatchObject({ code: "wrong_collector" });
  await collect(made, "001X");
  expect((await row(made)).status).toBe("collected");
  await expect(name(made)).rejects.toMatchObject({ code: "conflict" });
});

test("the patient in person needs the code alone, whoever was named", async () => {
  const made = await onShelf();
  await name(made);
  await collect(made);
  expect((await row(made)).status).toBe("collected");
});

test("a parcel has no collector, nor has somebody else's order", async () => {
  await expect(name(await order({ status: "picking" }))).rejects.toMatchObject({ code: "conflict" });
  const [mine, other] = [await onShelf(), await onShelf()];
  await expect(name({ ...mine, patient: other.patient })).rejects.toMatchObject({ code: "not_found" });
});

test.each(["12", "12345", "一二三四", "12-4"])("the end of an ID is four characters: %s is refused", (idTail) => {
  const input = { orderId: "01a209de-4b3f-712d-9d0f-2ce2138f01fa", code: "123456", idTail };
  expect(HandOverOrder.safeParse(input).success).toBe(false);
});

test("before it leaves the shelf the patient is reminded, once", async () => {
  const made = await onShelf();
  const remind = () => transact({ actor: systemActor("deadlines"), now: NOON }, remindOfPickup, { id: made.orderId });
  await remind();
  await expect(remind()).rejects.toMatchObject({ code: "conflict" });
  expect(await kinds(made)).toEqual(["order_waits_on_shelf"]);
});
