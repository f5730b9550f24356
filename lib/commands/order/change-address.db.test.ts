import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import type { ChangeAddress } from "@/lib/domain/order-input";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order } from "@/lib/testing/order";
import { withRival } from "@/lib/testing/rival";
import { changeAddress } from "./change-address";

const moved = { recipient: "王芳", phone: "13900000000", areaCode: "500112", detail: "示例区新路 9 号" };
const change = (actor: Person, { orderId }: Ordered, to: Partial<ChangeAddress> = {}, how = changeAddress) =>
  transact({ actor, now: NOON }, how, { orderId, ...moved, ...to });
const rowOf = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({ where: { id: orderId }, include: { events: { orderBy: { at: "asc" } } } });
const addressOf = async (made: Ordered) => readAddress(unseal((await rowOf(made)).addressSealed ?? ""));

test.each(["awaiting_payment", "paid", "picking", "checked"] as const)(
  "an order that is %s still goes elsewhere",
  async (status) => {
    const made = await order({ status });
    await change(made.patient, made);
    expect(await addressOf(made)).toEqual({ recipient: "王芳", phone: "13900000000", detail: "示例区新路 9 号" });
    const row = await rowOf(made);
    expect(row).toMatchObject({ status, deliveryFen: 1300 });
    expect(row.events.at(-1)).toMatchObject({
      event: "change_address",
      toStatus: status,
      actorId: made.patient.accountId,
    });
    const audit = await db().auditEvent.findFirst({
      where: { subjectId: made.orderId, action: "order.change_address" },
    });
    expect(audit?.detail).toEqual({ status, hasMoved: false });
  },
);

test.each(["sealed", "shipped", "delivered", "cancelled"] as const)(
  "once it is %s, the address stays",
  async (status) => {
    const made = await order({ status });
    await expect(change(made.patient, made)).rejects.toMatchObject({ code: "address_closed" });
    expect(await addressOf(made)).toMatchObject({ recipient: "李敏" });
  },
);

test("what is collected at the window has no address to change", async () => {
  const made = await order({ how: "pickup" });
  await expect(change(made.patient, made)).rejects.toMatchObject({ code: "address_closed" });
});

test("another province at another price is refused; at the same price it is taken", async () => {
  const made = await order({ express: { areaCode: "510104" } });
  await expect(change(made.patient, made, { areaCode: "110105" })).rejects.toMatchObject({
    ...{ code: "address_other_price", fields: { areaCode: "address_other_price" } },
  });
  expect(await rowOf(made)).toMatchObject({ provinceCode: "510000", version: 1 });
  await change(made.patient, made, { areaCode: "520102" });
  expect(await rowOf(made)).toMatchObject({ provinceCode: "520000", deliveryFen: 1800 });
});

test("a province without a rate is refused", async () => {
  const made = await order();
  await expect(change(made.patient, made, { areaCode: "710101" })).rejects.toMatchObject({
    code: "address_other_price",
  });
});

test("nobody else changes it", async () => {
  const made = await order({ status: "paid" });
  await expect(change(await person("patient"), made)).rejects.toMatchObject({ code: "not_found" });
  await expect(change(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
});

test("changed twice at the same moment, one address stands and the other is told", async () => {
  const made = await order();
  const faster = withRival(changeAddress, () => change(made.patient, made, { recipient: "王一" }));
  await expect(change(made.patient, made, { recipient: "王二" }, faster)).rejects.toMatchObject({ code: "conflict" });
  expect(await addressOf(made)).toMatchObject({ recipient: "王一" });
  expect((await rowOf(made)).events).toHaveLength(2);
});
