import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { type Ordered, order, paid } from "@/lib/testing/order";
import { stripeStandIn } from "@/lib/testing/outside";
import { beginPaymentFlow } from "./begin";

beforeAll(async () => {
  await stripeStandIn();
});

const begin = ({ patient, orderId }: Ordered, purpose: "medicine" | "delivery" = "medicine", now = new Date()) =>
  beginPaymentFlow({ actor: patient, now }, { purpose, orderId });
const orderRow = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: true } });
const dearer = ({ medicineId }: Ordered) =>
  db().medicine.update({ where: { id: medicineId }, data: { priceFen: 1250 }, select: { id: true } });

test("a price that changed since the order is said, the order shows it, and the next press pays it", async () => {
  const made = await order({ at: new Date() });
  await dearer(made);
  await expect(begin(made)).rejects.toMatchObject({ code: "price_changed" });
  expect(await orderRow(made)).toMatchObject({ medicineFen: 1250, payments: [] });
  await begin(made);
  expect(await orderRow(made)).toMatchObject({ payments: [{ amountFen: 1250, status: "pending" }] });
});

test("a price that changes while the gateway's page is open stays what it was when payment began", async () => {
  const made = await order({ at: new Date() });
  const first = await begin(made);
  await dearer(made);
  expect(await begin(made)).toEqual(first);
  expect(await orderRow(made)).toMatchObject({ medicineFen: 1000, payments: [{ amountFen: 1000 }] });
});

test("with the medicine paid, its price is settled: the delivery can be paid", async () => {
  const made = await order({ at: new Date() });
  await paid(made, "medicine", 1000);
  await dearer(made);
  await begin(made, "delivery");
  expect(await orderRow(made)).toMatchObject({ medicineFen: 1000 });
});

test("R15: a prescription that ran out since the order cannot be paid for any more", async () => {
  const made = await order({ at: new Date() });
  await db().prescription.update({ where: { id: made.prescriptionId }, data: { validUntil: new Date() } });
  await expect(begin(made)).rejects.toMatchObject({ code: "prescription_out_of_date", rule: "R15" });
});

const expireOvernight = ({ medicineId }: Ordered) =>
  db().stockBatch.updateMany({
    where: { medicineId },
    data: { expiresOn: dateColumn(shanghaiDay(new Date())) },
  });

test("R25: a batch that expired overnight is exchanged for one that may be issued", async () => {
  const made = await order({ at: new Date() });
  await expireOvernight(made);
  await expect(begin(made)).rejects.toMatchObject({ code: "out_of_stock" });
  const { id } = await db().stockBatch.create({
    data: { medicineId: made.medicineId, number: "FRESH", quantity: 3, expiresOn: addDays(new Date(), 400) },
  });
  await begin(made);
  expect(await db().stockBatch.findUnique({ where: { id } })).toMatchObject({ reserved: 1 });
  const stale = { medicineId: made.medicineId, id: { not: id } };
  expect(await db().stockBatch.findFirst({ where: stale })).toMatchObject({ reserved: 0 });
});
