import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, parcel } from "@/lib/testing/order";
import { signForOrder } from "./sign";

const sign = (actor: Person, { orderId }: Ordered) => transact({ actor, now: NOON }, signForOrder, { orderId });
const statusOf = async ({ orderId }: Ordered) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })).status;

async function shipped(status: Parameters<typeof parcel>[1]): Promise<Ordered> {
  const made = await order({ status: "shipped" });
  await parcel(made, status);
  return made;
}

test.each(["out_for_delivery", "signed"] as const)("R26: a parcel that is %s is signed for", async (status) => {
  const made = await shipped(status);
  await sign(made.patient, made);
  const row = await db().order.findUniqueOrThrow({ where: { id: made.orderId }, include: { events: true } });
  expect(row).toMatchObject({ status: "delivered", completedAt: NOON });
  expect(row.events).toContainEqual(
    expect.objectContaining({ event: "sign", actorId: made.patient.accountId, at: NOON }),
  );
  expect(await db().auditEvent.findFirst({ where: { subjectId: made.orderId, action: "order.sign" } })).toMatchObject({
    detail: { from: "shipped", to: "delivered" },
  });
});

test.each(["created", "in_transit"] as const)("R26: a parcel that is %s cannot be signed for yet", async (status) => {
  const made = await shipped(status);
  await expect(sign(made.patient, made)).rejects.toMatchObject({ code: "parcel_on_its_way", rule: "R26" });
  expect(await statusOf(made)).toBe("shipped");
});

test.each(["sealed", "delivered", "ready_for_pickup"] as const)(
  "an order that is %s is not signed for",
  async (status) => {
    const made = await order({ status });
    await expect(sign(made.patient, made)).rejects.toMatchObject({ code: "conflict" });
  },
);

test("nobody signs for somebody else", async () => {
  const made = await shipped("signed");
  await expect(sign(await person("patient"), made)).rejects.toMatchObject({ code: "not_found" });
  await expect(sign(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
  expect(await statusOf(made)).toBe("shipped");
});

test("signed twice at once, it is signed once", async () => {
  const made = await shipped("signed");
  const results = await Promise.allSettled([sign(made.patient, made), sign(made.patient, made)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().orderEvent.count({ where: { orderId: made.orderId, event: "sign" } })).toBe(1);
});
