import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { myNotices } from "@/lib/queries/account/notices";
import { NOON, person } from "@/lib/testing/consultation";
import { medicine, order, paid, parcel, prescription } from "@/lib/testing/order";
import { deliveryChoice } from "./delivery-choice";
import { myOrder, orderAddress } from "./order";
import { myOrders } from "./orders";
import { myPrescription } from "./prescription";
import { myPrescriptions } from "./prescriptions";

const notFound = { code: "not_found" };
const viewsOf = (subjectId: string) => db().auditEvent.count({ where: { subjectId, action: "prescription.view" } });

test("an order's page shows the address with the phone masked, the days of its carrier, and no code before it is ready", async () => {
  const made = await order({ status: "shipped" });
  await parcel(made, "in_transit");
  await paid(made, "medicine", 1000);
  const page = await myOrder(made.patient, made.orderId);
  expect(page).toMatchObject({
    address: { recipient: "李敏", phone: "138****5678", detail: "示范大道 8 号 2-301", area: "重庆市渝北区" },
    ...{ pickupCode: null, way: { nameZh: "重庆市", minDays: 1, maxDays: 1 }, patientName: "测试患者" },
    ...{ shipments: [{ status: "in_transit" }], payments: [{ purpose: "medicine", refunds: [] }] },
  });
  expect(JSON.stringify(page)).not.toContain("13812345678");
});

test("the pickup code is there while the medicine lies ready, and neither before nor after", async () => {
  const made = await order({ how: "pickup", status: "sealed" });
  const codeIn = async (status: "sealed" | "ready_for_pickup" | "collected") => {
    await db().order.update({ where: { id: made.orderId }, data: { status } });
    return (await myOrder(made.patient, made.orderId)).pickupCode;
  };
  expect(await codeIn("sealed")).toBeNull();
  expect(await codeIn("ready_for_pickup")).toMatch(/^\d{6}$/);
  expect(await codeIn("collected")).toBeNull();
});

test("another patient finds neither order, address, prescription nor choice; nor does an id that is none", async () => {
  const [made, stranger] = [await order(), await person("patient")];
  for (const id of [made.orderId, "1; DROP TABLE"]) {
    await expect(myOrder(stranger, id)).rejects.toMatchObject(notFound);
    await expect(orderAddress(stranger, id)).rejects.toMatchObject(notFound);
    await expect(myPrescription(stranger, NOON, id)).rejects.toMatchObject(notFound);
    await expect(deliveryChoice(stranger, NOON, id, null)).rejects.toMatchObject(notFound);
  }
  await expect(myPrescription(stranger, NOON, made.prescriptionId)).rejects.toMatchObject(notFound);
  expect(await viewsOf(made.prescriptionId)).toBe(0);
  expect((await myOrders(stranger)).rows).toEqual([]);
  expect((await myPrescriptions(stranger)).rows).toEqual([]);
});

test("the page on which the address is changed knows where the parcel goes now", async () => {
  const made = await order({ express: { areaCode: "510104" } });
  expect(await orderAddress(made.patient, made.orderId)).toMatchObject({ areaCode: "510104", deliveryFen: 1800 });
});

test("a list of orders goes on where it stopped, without one twice or one left out", async () => {
  const first = await order();
  const { patient, prescriptionId, patientId } = first;
  const rows = Array.from({ length: 44 }, (_, index) => ({
    ...{ id: newId(), number: `T${newId()}`, prescriptionId, accountId: patient.accountId, patientId },
    // Two at the same moment, so that the id decides.
    ...{ status: "cancelled" as const, fulfilment: "pickup" as const, medicineFen: 1 },
    createdAt: addMinutes(NOON, -Math.floor(index / 2)),
  }));
  await db().order.createMany({ data: rows });
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const { rows: shown, next } = await myOrders(patient, cursor);
    seen.push(...shown.map(({ id }) => id));
    cursor = next;
  }
  expect(cursor).toBeUndefined();
  expect(seen).toHaveLength(45);
  expect(new Set(seen).size).toBe(45);
});

test("a prescription shows its newest version, the decision and the order on it, and that it was looked at", async () => {
  const made = await order();
  const { patient, prescriptionId, orderId } = made;
  const page = await myPrescription(patient, NOON, prescriptionId);
  expect(page).toMatchObject({
    ...{ status: "approved", version: { number: 1, diagnosisText: "高血压", items: [{ dose: 1, packs: 1 }] } },
    ...{ order: { id: orderId, status: "awaiting_payment" }, review: null },
  });
  expect(await viewsOf(prescriptionId)).toBe(1);
  expect((await myPrescriptions(patient)).rows).toMatchObject([{ id: prescriptionId, isOrdered: true }]);
});

test("R22, R23: before anything is paid, the carriers to a province are compared, and what each may not take is named", async () => {
  const insulin = await medicine({ isInjection: true, isGlucoseLowering: true, isRefrigerated: true, priceFen: 6000 });
  const { patient, prescriptionId } = await prescription({ packs: { [insulin]: 2 } });
  const none = await deliveryChoice(patient, NOON, prescriptionId, null);
  expect(none).toMatchObject({
    offers: [],
    medicineFen: 12000,
    needsColdChain: true,
    neverMailed: [],
    isOrderable: true,
  });
  expect(none.provinces).toHaveLength(31);
  const { offers } = await deliveryChoice(patient, NOON, prescriptionId, "110105");
  expect(
    offers.map(({ code, rate, blocked }) => [code, rate.priceFen, blocked.map(({ block }) => block).join()]),
  ).toEqual([
    ["jd", 1900, ""],
    ["shunfeng", 2200, ""],
    ["zhongtong", 1200, "refrigerated"],
    ["yuantong", 1200, "refrigerated"],
    ["ems", 1800, "refrigerated"],
  ]);
});

test("R22: what no carrier may take is named before a province is", async () => {
  const injection = await medicine({ isInjection: true });
  const { patient, prescriptionId } = await prescription({ packs: { [injection]: 1, [await medicine()]: 1 } });
  const { neverMailed } = await deliveryChoice(patient, NOON, prescriptionId, null);
  expect(neverMailed).toMatchObject([{ block: "injection", rule: "R22" }]);
});

test.each([
  ["is under review", { status: "in_review" }, NOON],
  ["R15: is over its days", {}, addDays(NOON, 2)],
] as const)("a prescription that %s is not orderable", async (_, wanted, now) => {
  const { patient, prescriptionId } = await prescription(wanted);
  expect(await deliveryChoice(patient, now, prescriptionId, null)).toMatchObject({ isOrderable: false, orderId: null });
});

test("notices are listed newest first, thirty at a time, each reader's own", async () => {
  const [reader, other] = [await person("pharmacist"), await person("pharmacist")];
  const notice = (accountId: string, minutes: number) => ({
    ...{ id: newId(), accountId, kind: "order_paid", params: {}, path: "/", at: addMinutes(NOON, minutes) },
  });
  await db().notice.createMany({
    data: [...Array.from({ length: 31 }, (_, index) => notice(reader.accountId, index)), notice(other.accountId, 99)],
  });
  const first = await myNotices(reader);
  expect(first.rows).toHaveLength(30);
  expect(first.rows[0]?.at).toEqual(addMinutes(NOON, 30));
  const second = await myNotices(reader, first.next);
  expect(second).toMatchObject({ rows: [{ at: NOON }], next: undefined });
});
