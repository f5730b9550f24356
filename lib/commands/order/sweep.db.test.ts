import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { NOON } from "@/lib/testing/consultation";
import { type Ordered, order, paid, stockOf } from "@/lib/testing/order";
import { cancelOrder } from "./cancel";
import { sweepOrder } from "./sweep";

const LATER = addMinutes(NOON, 31);
const sweep = ({ orderId }: Ordered, now = LATER) =>
  transact({ actor: systemActor("deadlines"), now }, sweepOrder, { id: orderId });
const rowOf = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: { include: { refunds: true } } } });

test("an order that nobody paid lapses: its packs are free, what was paid of it goes back, and the patient is told", async () => {
  const made = await order();
  await paid(made, "medicine", 1000);
  await sweep(made);
  expect(await rowOf(made)).toMatchObject({
    ...{ status: "lapsed", dueAt: null },
    payments: [{ refunds: [{ amountFen: 1000, reasonCode: "expired" }] }],
  });
  expect(await stockOf(made.medicineId)).toMatchObject({ reserved: 0 });
  expect(await db().notice.findFirst({ where: { accountId: made.patient.accountId } })).toMatchObject({
    kind: "order_lapsed",
  });
});

test("before its deadline it stays", async () => {
  const made = await order();
  await expect(sweep(made, addMinutes(NOON, 29))).rejects.toMatchObject({ code: "conflict" });
  expect(await rowOf(made)).toMatchObject({ status: "awaiting_payment" });
});

test("what is not collected in time leaves the shelf", async () => {
  const made = await order({ how: "pickup", status: "ready_for_pickup" });
  await db().order.update({ where: { id: made.orderId }, data: { dueAt: NOON } });
  await sweep(made);
  expect(await rowOf(made)).toMatchObject({ status: "unclaimed" });
});

test("a paid order has no deadline that the system would act on", async () => {
  const made = await order({ status: "paid" });
  await expect(sweep(made)).rejects.toMatchObject({ code: "conflict" });
});

test("only the system sweeps", async () => {
  const made = await order();
  const asPatient = transact({ actor: made.patient, now: LATER }, sweepOrder, { id: made.orderId });
  await expect(asPatient).rejects.toMatchObject({ code: "forbidden" });
});

test("cancelled and swept at the same moment, it ends once and frees its packs once", async () => {
  const made = await order();
  const cancel = transact({ actor: made.patient, now: LATER }, cancelOrder, { orderId: made.orderId });
  const results = await Promise.allSettled([sweep(made), cancel]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await stockOf(made.medicineId)).toEqual({ quantity: 10, reserved: 0 });
});
