import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { handOver } from "@/lib/flows/order/hand-over";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order } from "@/lib/testing/order";
import { checkOrder } from "./check";
import { pickOrder } from "./pick";
import { sealOrder } from "./seal";
import { shelveOrder } from "./shelve";
import { shipOrder } from "./ship";

let picker: Person;
let checker: Person;

beforeAll(async () => {
  picker = await person("pharmacist");
  checker = await person("pharmacist");
});

const batchesOf = async ({ orderId }: Ordered) => {
  const rows = await db().stockReservation.findMany({
    where: { orderItem: { orderId } },
    select: { batch: { select: { number: true } } },
  });
  return rows.map(({ batch }) => batch.number);
};

const statusOf = async ({ orderId }: Ordered) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })).status;

async function sealed(how: "pickup" | "express"): Promise<Ordered> {
  const made = await order({ how, status: "paid" });
  const { orderId } = made;
  await transact({ actor: picker, now: NOON }, pickOrder, { orderId });
  await transact({ actor: checker, now: NOON }, checkOrder, { orderId, batches: await batchesOf(made) });
  await transact({ actor: checker, now: NOON }, sealOrder, { orderId });
  return made;
}

test("R25: picked, checked by a second person and sealed, the packs leave the shelf with batch and person on record", async () => {
  const made = await sealed("express");
  expect(await statusOf(made)).toBe("sealed");
  const movement = await db().stockMovement.findFirstOrThrow({
    where: { batch: { medicineId: made.medicineId }, reason: "dispensed" },
  });
  expect(movement).toMatchObject({ delta: -1, reason: "dispensed", actorId: checker.accountId });
  const batch = await db().stockBatch.findFirstOrThrow({ where: { id: movement.batchId } });
  expect(batch).toMatchObject({ quantity: 9, reserved: 0 });
  const { status } = await db().prescription.findUniqueOrThrow({ where: { id: made.prescriptionId } });
  expect(status).toBe("dispensed");
  const audit = await db().auditEvent.findMany({ where: { subjectId: made.orderId }, orderBy: { id: "asc" } });
  expect(audit.map(({ action }) => action).slice(-3)).toEqual(["order.pick", "order.check", "order.seal"]);
});

test("R20: whoever picked does not check", async () => {
  const made = await order({ status: "paid" });
  const { orderId } = made;
  await transact({ actor: picker, now: NOON }, pickOrder, { orderId });
  const batches = await batchesOf(made);
  await expect(transact({ actor: picker, now: NOON }, checkOrder, { orderId, batches })).rejects.toMatchObject({
    code: "picker_is_checker",
  });
  expect(await statusOf(made)).toBe("picking");
});

test("a batch number that is not the promised one stops the line", async () => {
  const made = await order({ status: "paid" });
  const { orderId } = made;
  await transact({ actor: picker, now: NOON }, pickOrder, { orderId });
  for (const batches of [["WRONG-1"], [...(await batchesOf(made)), "WRONG-1"]])
    await expect(transact({ actor: checker, now: NOON }, checkOrder, { orderId, batches })).rejects.toMatchObject({
      code: "wrong_batch",
    });
  expect(await statusOf(made)).toBe("picking");
});

test("two pharmacists start one order at once: one picks it", async () => {
  const { orderId } = await order({ status: "paid" });
  const results = await Promise.allSettled(
    [picker, checker].map((actor) => transact({ actor, now: NOON }, pickOrder, { orderId })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a tracking number that the carrier does not give out is refused, and nothing moves", async () => {
  const made = await sealed("express");
  await expect(
    transact({ actor: checker, now: NOON }, shipOrder, { orderId: made.orderId, trackingNumbers: ["NOT-A-NUMBER"] }),
  ).rejects.toMatchObject({ code: "tracking_unknown" });
  expect(await statusOf(made)).toBe("sealed");
  expect(await db().shipment.count({ where: { orderId: made.orderId } })).toBe(0);
});

test("shipped, the patient is told; the same number on another parcel is refused", async () => {
  const made = await sealed("express");
  const trackingNumber = "SF1234509876543";
  await transact({ actor: checker, now: NOON }, shipOrder, {
    orderId: made.orderId,
    trackingNumbers: [trackingNumber],
  });
  expect(await statusOf(made)).toBe("shipped");
  expect(await db().notice.count({ where: { accountId: made.patient.accountId, kind: "order_shipped" } })).toBe(1);
  const other = await sealed("express");
  await expect(
    transact({ actor: checker, now: NOON }, shipOrder, { orderId: other.orderId, trackingNumbers: [trackingNumber] }),
  ).rejects.toMatchObject({ code: "conflict" });
  expect(await statusOf(other)).toBe("sealed");
});

test("at the window the right code collects the parcel; a wrong one does not, and after five there is a pause", async () => {
  const made = await sealed("pickup");
  const { orderId } = made;
  await transact({ actor: checker, now: NOON }, shelveOrder, { orderId, shelf: "A-01" });
  const row = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { pickupCodeSealed: true } });
  const code = unseal(row.pickupCodeSealed ?? "");
  const wrong = code === "000000" ? "000001" : "000000";
  for (let tries = 0; tries < 5; tries += 1)
    await expect(handOver({ actor: checker, now: NOON }, { orderId, code: wrong })).rejects.toMatchObject({
      code: "wrong_pickup_code",
    });
  await expect(handOver({ actor: checker, now: NOON }, { orderId, code })).rejects.toMatchObject({ code: "too_many" });
  await db().rateLimit.deleteMany();
  await handOver({ actor: checker, now: NOON }, { orderId, code });
  expect(await statusOf(made)).toBe("collected");
});

test("a patient cannot move an order along the bench", async () => {
  const made = await order({ status: "paid" });
  await expect(
    transact({ actor: made.patient, now: NOON }, pickOrder, { orderId: made.orderId }),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});
