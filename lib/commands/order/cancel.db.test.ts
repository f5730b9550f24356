import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, paid, stockOf } from "@/lib/testing/order";
import { cancelOrder } from "./cancel";

const cancel = (actor: Person, { orderId }: Ordered) => transact({ actor, now: NOON }, cancelOrder, { orderId });
const now = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: { events: { orderBy: { at: "asc" } }, payments: { include: { refunds: true } } },
  });

test("an unpaid order that is called off frees its packs and owes nothing", async () => {
  const made = await order();
  await cancel(made.patient, made);
  expect(await now(made)).toMatchObject({ status: "cancelled", dueAt: null, completedAt: NOON, payments: [] });
  expect(await stockOf(made.medicineId)).toEqual({ quantity: 10, reserved: 0 });
});

test.each(["paid", "picking"] as const)(
  "an order that is %s gives back medicine and delivery, each in full",
  async (status) => {
    const made = await order({ status });
    await paid(made, "medicine", 1000);
    await paid(made, "delivery", 1300);
    await cancel(made.patient, made);
    const { payments, ...row } = await now(made);
    expect(row).toMatchObject({ status: "cancelled" });
    expect(row.events.at(-1)).toMatchObject({
      event: "cancel",
      toStatus: "cancelled",
      actorId: made.patient.accountId,
    });
    for (const { amountFen, refundedFen, refunds } of payments) {
      expect(refundedFen).toBe(amountFen);
      expect(refunds).toMatchObject([{ amountFen, reasonCode: "order_cancelled", status: "pending" }]);
    }
    const toSend = await db().outbox.findMany({ where: { topic: "refund" } });
    const refundIds = payments.flatMap(({ refunds }) => refunds.map(({ id }) => id));
    expect(toSend.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining(refundIds.map((refundId) => ({ refundId }))),
    );
    expect(await stockOf(made.medicineId)).toMatchObject({ reserved: 0 });
    expect(await db().notice.findFirst({ where: { accountId: made.patient.accountId } })).toMatchObject({
      ...{ kind: "order_cancelled", path: `/patient/orders/${made.orderId}` },
    });
    expect(
      await db().auditEvent.findFirst({ where: { subjectId: made.orderId, action: "order.cancel" } }),
    ).toMatchObject({
      detail: { from: status, to: "cancelled" },
    });
  },
);

test("the money of a half-paid order goes back too", async () => {
  const made = await order();
  await paid(made, "medicine", 1000);
  await cancel(made.patient, made);
  expect((await now(made)).payments).toMatchObject([{ refunds: [{ amountFen: 1000 }] }]);
});

test.each(["checked", "sealed", "shipped", "delivered", "cancelled", "lapsed"] as const)(
  "an order that is %s is no longer called off",
  async (status) => {
    const made = await order({ status });
    await paid(made, "medicine", 1000);
    await expect(cancel(made.patient, made)).rejects.toMatchObject({ code: "conflict" });
    expect(await now(made)).toMatchObject({ status, payments: [{ refundedFen: 0, refunds: [] }] });
  },
);

test("nobody else calls it off: not another patient, not the doctor, not a pharmacist", async () => {
  const made = await order({ status: "paid" });
  await expect(cancel(await person("patient"), made)).rejects.toMatchObject({ code: "not_found" });
  await expect(cancel(made.doctor, made)).rejects.toMatchObject({ code: "forbidden" });
  await expect(cancel(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
  expect(await now(made)).toMatchObject({ status: "paid" });
});

test("called off eight times at once, the money goes back once", async () => {
  const made = await order({ status: "paid" });
  await paid(made, "medicine", 1000);
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => cancel(made.patient, made)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await now(made)).payments).toMatchObject([{ refundedFen: 1000, refunds: [{ amountFen: 1000 }] }]);
  expect(await stockOf(made.medicineId)).toMatchObject({ reserved: 0 });
});
