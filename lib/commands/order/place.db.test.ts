import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { addMinutes, endOfDay } from "@/lib/domain/calendar";
import type { PlaceOrder } from "@/lib/domain/order-input";
import { NOON, person } from "@/lib/testing/consultation";
import { express, medicine, order, pickup, prescription, stockOf } from "@/lib/testing/order";
import { placeOrder } from "./place";

const place = (actor: Person, input: PlaceOrder, now = NOON) => transact({ actor, now }, placeOrder, input);
const ordersOf = (prescriptionId: string) => db().order.findMany({ where: { prescriptionId } });

test("R23: an express order holds carrier, price, sealed address and packs, and waits half an hour for its payment", async () => {
  const medicineId = await medicine({ priceFen: 2500 });
  const { patient, patientId, prescriptionId } = await prescription({ packs: { [medicineId]: 2 } });
  const { id } = await place(patient, express(prescriptionId));
  const row = await db().order.findUniqueOrThrow({
    where: { id },
    include: { items: { include: { reservations: true } }, events: true },
  });
  expect(row).toMatchObject({
    ...{
      status: "awaiting_payment",
      fulfilment: "express",
      medicineFen: 5000,
      deliveryFen: 1300,
      accountId: patient.accountId,
    },
    ...{
      deliveryPayment: "online",
      carrierCode: "shunfeng",
      provinceCode: "500000",
      patientId,
    },
    ...{ number: expect.stringMatching(/^O261123\d{8}$/), createdAt: NOON, dueAt: addMinutes(NOON, 30), paidAt: null },
    items: [
      { position: 1, medicineId, packs: 2, unitPriceFen: 2500, reservations: [{ quantity: 2, releasedAt: null }] },
    ],
    events: [{ event: "place", toStatus: "awaiting_payment", actorId: patient.accountId }],
  });
  expect(row.addressSealed).not.toContain("李敏");
  expect(readAddress(unseal(row.addressSealed ?? ""))).toMatchObject({ recipient: "李敏", phone: "13812345678" });
  expect(await stockOf(medicineId)).toEqual({ quantity: 10, reserved: 2 });
  const audit = await db().auditEvent.findFirstOrThrow({ where: { subjectId: id } });
  expect(audit).toMatchObject({
    ...{ action: "order.place", actorId: patient.accountId, patientId },
    detail: { fulfilment: "express", carrier: "shunfeng", medicineFen: 5000, deliveryFen: 1300 },
  });
  expect(JSON.stringify(audit.detail)).not.toMatch(/李敏|138/);
});

test("a pickup order has a sealed code of six digits, and neither carrier nor delivery to pay", async () => {
  const { patient, prescriptionId } = await prescription();
  const { id } = await place(patient, pickup(prescriptionId));
  const row = await db().order.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ fulfilment: "pickup", deliveryFen: 0, deliveryPayment: null, carrierCode: null });
  expect(unseal(row.pickupCodeSealed ?? "")).toMatch(/^\d{6}$/);
});

test("the price is today's, not the prescription's", async () => {
  const medicineId = await medicine({ priceFen: 1000 });
  const { patient, prescriptionId } = await prescription({ packs: { [medicineId]: 3 } });
  await db().medicine.update({ where: { id: medicineId }, data: { priceFen: 1250 } });
  const { id } = await place(patient, pickup(prescriptionId));
  expect(await db().order.findUnique({ where: { id } })).toMatchObject({ medicineFen: 3750 });
});

test.each([
  ["an injection by any carrier", { isInjection: true }, "shunfeng", "mail_injection"],
  ["a hospital-made preparation", { isHospitalMade: true }, "shunfeng", "mail_hospital_made"],
  ["what the formulary flags", { isMailBlocked: true }, "shunfeng", "mail_formulary"],
  ["cold medicine without a cold chain", { isRefrigerated: true }, "yuantong", "mail_refrigerated"],
])("R22: %s is not taken by mail, and nothing is promised", async (_, flags, carrierCode, reason) => {
  const medicineId = await medicine(flags);
  const { patient, prescriptionId } = await prescription({ packs: { [medicineId]: 1, [await medicine()]: 1 } });
  await expect(place(patient, express(prescriptionId, { carrierCode }))).rejects.toMatchObject({
    ...{ code: "cannot_be_mailed", rule: "R22", fields: { carrierCode: reason } },
  });
  expect(await ordersOf(prescriptionId)).toEqual([]);
  expect(await stockOf(medicineId)).toEqual({ quantity: 10, reserved: 0 });
  await expect(place(patient, pickup(prescriptionId))).resolves.toBeDefined();
});

test("R22: insulin goes by a carrier with a cold chain", async () => {
  const insulin = await medicine({ isInjection: true, isGlucoseLowering: true, isRefrigerated: true });
  const { patient, prescriptionId } = await prescription({ packs: { [insulin]: 1 } });
  await expect(place(patient, express(prescriptionId, { carrierCode: "yuantong" }))).rejects.toMatchObject({
    rule: "R22",
  });
  await expect(place(patient, express(prescriptionId, { carrierCode: "jd" }))).resolves.toBeDefined();
});

test("R23: the delivery is paid to the courier only where the carrier takes money on arrival", async () => {
  const [one, other] = [await prescription(), await prescription()];
  const byCourier = { deliveryPayment: "courier" } as const;
  await expect(
    place(one.patient, express(one.prescriptionId, { carrierCode: "zhongtong", ...byCourier })),
  ).rejects.toMatchObject({ code: "courier_takes_no_money" });
  const { id } = await place(other.patient, express(other.prescriptionId, { carrierCode: "ems", ...byCourier }));
  expect(await db().order.findUnique({ where: { id } })).toMatchObject({
    deliveryPayment: "courier",
    deliveryFen: 1000,
  });
});

test.each([
  ["a carrier that there is not", { carrierCode: "pigeon" }],
  ["a province that nobody drives to", { areaCode: "710101" }],
])("%s is refused", async (_, change) => {
  const { patient, prescriptionId } = await prescription();
  await expect(place(patient, express(prescriptionId, change))).rejects.toMatchObject({ code: "carrier_unavailable" });
});

test.each([
  ["R12: is still under review", { status: "in_review" }, "prescription_not_approved"],
  ["R12: was returned to the doctor", { status: "returned" }, "prescription_not_approved"],
  ["R12: was voided", { status: "voided" }, "prescription_not_approved"],
  ["R15: ended its validity this minute", { validUntil: NOON }, "prescription_out_of_date"],
] as const)("a prescription that %s is not ordered", async (_, wanted, code) => {
  const { patient, prescriptionId } = await prescription(wanted);
  await expect(place(patient, pickup(prescriptionId))).rejects.toMatchObject({ code });
  expect(await ordersOf(prescriptionId)).toEqual([]);
});

test("R15: on the last minute of its validity it is", async () => {
  const { patient, prescriptionId } = await prescription();
  await expect(place(patient, pickup(prescriptionId), addMinutes(endOfDay(NOON), -1))).resolves.toBeDefined();
});

test("R25: expired packs and promised packs are not sold; what expires first goes first", async () => {
  const medicineId = await medicine({
    batches: [
      [-1, 50],
      [0, 50],
      [200, 2],
      [30, 2],
    ],
  });
  const [one, other] = [
    await prescription({ packs: { [medicineId]: 3 } }),
    await prescription({ packs: { [medicineId]: 2 } }),
  ];
  await place(one.patient, pickup(one.prescriptionId));
  const batches = await db().stockBatch.findMany({ where: { medicineId }, orderBy: { number: "asc" } });
  expect(batches.map(({ reserved }) => reserved)).toEqual([0, 0, 1, 2]);
  await expect(place(other.patient, pickup(other.prescriptionId))).rejects.toMatchObject({ code: "out_of_stock" });
  expect(await ordersOf(other.prescriptionId)).toEqual([]);
  expect(await stockOf(medicineId)).toMatchObject({ reserved: 3 });
});

test("a medicine that left the formulary since is not sold", async () => {
  const medicineId = await medicine({ isActive: false });
  const { patient, prescriptionId } = await prescription({ packs: { [medicineId]: 1 } });
  await expect(place(patient, pickup(prescriptionId))).rejects.toMatchObject({ code: "medicine_withdrawn" });
});

test("a prescription that has an order takes no second one, until the first has lapsed", async () => {
  const { patient, prescriptionId, orderId } = await order();
  await expect(place(patient, pickup(prescriptionId))).rejects.toMatchObject({ code: "already_ordered" });
  await db().order.update({ where: { id: orderId }, data: { status: "lapsed" } });
  await expect(place(patient, pickup(prescriptionId))).resolves.toBeDefined();
});

test("nobody else orders it: not another patient, not the doctor", async () => {
  const { doctor, prescriptionId } = await prescription();
  await expect(place(await person("patient"), pickup(prescriptionId))).rejects.toMatchObject({ code: "not_found" });
  await expect(place(doctor, pickup(prescriptionId))).rejects.toMatchObject({ code: "forbidden" });
  expect(await ordersOf(prescriptionId)).toEqual([]);
});

test("pressed eight times at once, one order is placed", async () => {
  const medicineId = await medicine();
  const { patient, prescriptionId } = await prescription({ packs: { [medicineId]: 1 } });
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => place(patient, pickup(prescriptionId))));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(new Set(["conflict", "already_ordered", ...refused]).size).toBe(2);
  expect(await stockOf(medicineId)).toMatchObject({ reserved: 1 });
});

test("of eight patients who want the last pack at once, one gets it", async () => {
  const medicineId = await medicine({ batches: [[200, 1]] });
  const people = await Promise.all(Array.from({ length: 8 }, () => prescription({ packs: { [medicineId]: 1 } })));
  const results = await Promise.allSettled(
    people.map(({ patient, prescriptionId }) => place(patient, pickup(prescriptionId))),
  );
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(Array(7).fill("out_of_stock"));
  expect(await stockOf(medicineId)).toEqual({ quantity: 1, reserved: 1 });
});
