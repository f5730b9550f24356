import { expect, test } from "vitest";
import { openRequest } from "@/lib/commands/request/open";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import type { GiveRefund } from "@/lib/domain/refund-input";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, paid } from "@/lib/testing/order";
import { giveRefund } from "./give";
import { recordRefund } from "./record";
import { retryRefund } from "./retry";

interface Asked extends Ordered {
  readonly requestId: string;
  readonly support: Person;
  readonly medicinePayment: string;
  readonly deliveryPayment: string;
}

/** An order of one pack at ¥10, ¥13 for the way, both paid, with a request on it. */
async function asked(status: "picking" | "shipped" | "delivered" = "delivered"): Promise<Asked> {
  const made = await order({ status });
  const medicinePayment = await paid(made, "medicine", 1000);
  const deliveryPayment = await paid(made, "delivery", 1300);
  const { id: requestId } = await transact({ actor: made.patient, now: NOON }, openRequest, {
    ...{ orderId: made.orderId, kind: "damaged", body: "药盒压坏了，药片碎了。", pictureIds: [] },
  });
  return { ...made, requestId, support: await person("support"), medicinePayment, deliveryPayment };
}

const give = ({ support, requestId }: Asked, input: Partial<GiveRefund>) =>
  transact({ actor: support, now: NOON }, giveRefund, {
    ...{ requestId, what: "whole", reasonCode: "damaged", note: "照片已核实。", orderItemIds: [], packs: [] },
    ...input,
  });

const moneyOf = async ({ orderId }: Asked) => {
  const { status, items, payments } = await db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      items: { include: { refundLines: true } },
      payments: { include: { refunds: true }, orderBy: { id: "asc" } },
    },
  });
  return { status, items, payments };
};
const itemOf = async (made: Asked) => (await moneyOf(made)).items[0]?.id ?? "";

test("all that is left goes back, medicine and delivery each from its own payment, with who asked and who let it go", async () => {
  const made = await asked();
  expect(await give(made, {})).toEqual({ amountFen: 2300 });
  const { status, payments } = await moneyOf(made);
  expect(status).toBe("delivered");
  expect(payments.map(({ refundedFen }) => refundedFen)).toEqual([1000, 1300]);
  const what = { reasonCode: "damaged", requestedById: made.patient.accountId, approvedById: made.support.accountId };
  expect(payments[0]?.refunds).toMatchObject([{ ...what, requestId: made.requestId, note: "照片已核实。" }]);
  expect(await db().outbox.count({ where: { topic: "refund" } })).toBeGreaterThanOrEqual(2);
  const notice = { accountId: made.patient.accountId, kind: "refund_given" };
  expect(await db().notice.count({ where: notice })).toBe(1);
  await expect(give(made, {})).rejects.toMatchObject({ code: "refund_above_paid" });
});

test("a pack of a line goes back at the price that was paid, and not twice", async () => {
  const made = await asked();
  const line = { what: "lines" as const, orderItemIds: [await itemOf(made)], packs: [1] };
  expect(await give(made, line)).toEqual({ amountFen: 1000 });
  expect((await moneyOf(made)).items).toMatchObject([{ refundedPacks: 1, refundLines: [{ packs: 1 }] }]);
  await expect(give(made, line)).rejects.toMatchObject({ code: "refund_above_paid" });
  expect((await moneyOf(made)).payments.map(({ refundedFen }) => refundedFen)).toEqual([1000, 0]);
});

test.each([
  ["more packs than were ordered", async (made: Asked) => ({ orderItemIds: [await itemOf(made)], packs: [2] })],
  ["a line of another order", async () => ({ orderItemIds: [await itemOf(await asked())], packs: [1] })],
  ["a line that is none", async () => ({ orderItemIds: [newId()], packs: [1] })],
])("%s: refused, and nothing is marked", async (_, lines) => {
  const made = await asked();
  await expect(give(made, { what: "lines", ...(await lines(made)) })).rejects.toMatchObject({
    code: "refund_above_paid",
  });
  expect(await moneyOf(made)).toMatchObject({
    items: [{ refundedPacks: 0 }],
    payments: [{ refunds: [] }, { refunds: [] }],
  });
});

test("the delivery alone goes back", async () => {
  const made = await asked("shipped");
  expect(await give(made, { what: "delivery", reasonCode: "goodwill" })).toEqual({ amountFen: 1300 });
  expect((await moneyOf(made)).payments.map(({ refundedFen }) => refundedFen)).toEqual([0, 1300]);
});

test("all of an order on the bench calls it off and frees its packs; a line of it is left out there, not refunded here", async () => {
  const made = await asked("picking");
  const lines = { what: "lines" as const, orderItemIds: [await itemOf(made)], packs: [1] };
  await expect(give(made, lines)).rejects.toMatchObject({ code: "not_dispensed_yet" });
  await give(made, {});
  expect((await moneyOf(made)).status).toBe("cancelled");
  expect(await db().stockBatch.findFirst({ where: { medicineId: made.medicineId } })).toMatchObject({ reserved: 0 });
});

test("two who give the same money back at once: one does", async () => {
  for (let round = 0; round < 5; round += 1) {
    const made = await asked();
    const answers = await Promise.allSettled([give(made, {}), give(made, {}), give(made, { what: "delivery" })]);
    expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
    const { payments } = await moneyOf(made);
    for (const { amountFen, refundedFen, refunds } of payments) {
      expect(refundedFen).toBeLessThanOrEqual(amountFen);
      expect(refunds.reduce((sum, refund) => sum + refund.amountFen, 0)).toBe(refundedFen);
    }
  }
});

test("who answers requests without the right to refund may not; nor may the patient", async () => {
  const made = await asked();
  for (const actor of [await person("pharmacist"), await person("admin"), made.patient])
    await expect(give({ ...made, support: actor }, {})).rejects.toMatchObject({ code: "forbidden" });
});

const word = (refundId: string, state: "succeeded" | "failed") =>
  transact({ actor: systemActor("payments"), now: NOON }, recordRefund, {
    ...{ refundId, gatewayRefundId: `re_${refundId}`, state },
  });
const refundOf = async (made: Asked) => {
  await give(made, { what: "delivery" });
  return db().refund.findFirstOrThrow({ where: { paymentId: made.deliveryPayment } });
};
const balance = async (paymentId: string) => {
  const lines = await db().ledgerEntry.groupBy({ by: ["account"], where: { paymentId }, _sum: { amountFen: true } });
  return Object.fromEntries(lines.map(({ account, _sum }) => [account, _sum.amountFen]));
};

test("a refund that fails is told to a person, who sends it anew, once", async () => {
  const made = await asked();
  const { id } = await refundOf(made);
  await word(id, "failed");
  expect(await db().notice.count({ where: { accountId: made.support.accountId, kind: "refund_needs_person" } })).toBe(
    1,
  );
  const retry = () => transact({ actor: made.support, now: NOON }, retryRefund, { refundId: id });
  const answers = await Promise.allSettled([retry(), retry()]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refunds = await db().refund.findMany({ where: { paymentId: made.deliveryPayment }, orderBy: { id: "asc" } });
  expect(refunds).toMatchObject([{ status: "failed" }, { status: "pending", amountFen: 1300 }]);
});

test("a refund that bounces after it was sent is booked back, and the payment stands again", async () => {
  const made = await asked();
  const { id } = await refundOf(made);
  await word(id, "succeeded");
  expect(await db().payment.findUnique({ where: { id: made.deliveryPayment } })).toMatchObject({ status: "refunded" });
  expect(await balance(made.deliveryPayment)).toEqual({ gateway: -1300, delivery: 1300 });
  await word(id, "failed");
  expect(await db().payment.findUnique({ where: { id: made.deliveryPayment } })).toMatchObject({
    ...{ status: "succeeded", refundedFen: 0 },
  });
  expect(await balance(made.deliveryPayment)).toEqual({ gateway: 0, delivery: 0 });
  await word(id, "succeeded");
  expect(await balance(made.deliveryPayment)).toEqual({ gateway: 0, delivery: 0 });
});
