import "server-only";
import { randomBytes } from "node:crypto";
import { placeOrder } from "@/lib/commands/order/place";
import { db } from "@/lib/db/client";
import type { OrderStatus, PrescriptionStatus } from "@/lib/db/generated/client";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { addDays, addMinutes, endOfDay } from "@/lib/domain/calendar";
import type { ExpressOrder, PlaceOrder } from "@/lib/domain/order-input";
import { consultation, NOON, type Talk } from "./consultation";

interface WantedMedicine {
  readonly priceFen?: number;
  readonly isActive?: boolean;
  readonly isInjection?: boolean;
  readonly isGlucoseLowering?: boolean;
  readonly isRefrigerated?: boolean;
  readonly isHospitalMade?: boolean;
  readonly isMailBlocked?: boolean;
  /** Packs of each batch, by the days until it expires. */
  readonly batches?: readonly (readonly [expiresInDays: number, packs: number])[];
}

/** A medicine of its own, ten packs of it on the shelf unless said. */
export async function medicine({ batches = [[300, 10]], ...wanted }: WantedMedicine = {}): Promise<string> {
  const id = newId();
  await db().medicine.create({
    data: {
      ...{
        id,
        code: `T-${randomBytes(6).toString("hex")}`,
        nameZh: "测试片",
        nameEn: "Test Tablets",
        pinyin: "ceshipian",
      },
      ...{
        ingredients: ["test"],
        atc: "",
        form: "tablet",
        strengthZh: "10 mg",
        strengthEn: "10 mg",
        doseUnit: "tablet",
      },
      ...{ packSize: 30, packZh: "30 片/盒", packEn: "Box of 30 tablets", priceFen: 1000, routes: ["oral"] },
      ...{ usualDose: 1, usualFrequency: "qd", maxSingleDose: 4, maxDailyDose: 8, storageZh: "", storageEn: "" },
      ...{ manufacturerZh: "", licenceNo: "", ...wanted },
    },
  });
  const stocked = batches.map(([days, quantity], index) => ({
    ...{ id: newId(), medicineId: id, number: `B${index + 1}`, quantity, expiresOn: addDays(NOON, days) },
  }));
  await db().stockBatch.createMany({ data: stocked });
  await db().stockMovement.createMany({
    data: stocked
      .filter(({ quantity }) => quantity > 0)
      .map((batch) => ({ id: newId(), batchId: batch.id, delta: batch.quantity, reason: "received", at: NOON })),
  });
  return id;
}

export interface Prescribed extends Talk {
  readonly prescriptionId: string;
}

interface WantedPrescription {
  /** Medicine → packs; one pack of a medicine of its own, unless said. */
  readonly packs?: Readonly<Record<string, number>>;
  readonly status?: PrescriptionStatus;
  readonly at?: Date;
  readonly validUntil?: Date;
}

/** A prescription of a patient's account, approved at noon and valid until the end of the day. */
export async function prescription(wanted: WantedPrescription = {}): Promise<Prescribed> {
  const { status = "approved", at = NOON } = wanted;
  const packs = wanted.packs ?? { [await medicine()]: 1 };
  const talk = await consultation();
  const [id, versionId] = [newId(), newId()];
  await db().prescription.create({
    data: {
      ...{ id, number: await humanNumber(db(), "RX", at), consultationId: talk.id, patientId: talk.patientId, status },
      ...{ accountId: talk.patient.accountId, doctorId: talk.doctor.accountId, createdAt: at, submittedAt: at },
      ...{ approvedAt: at, validUntil: wanted.validUntil ?? endOfDay(at) },
    },
  });
  await db().prescriptionVersion.create({
    data: {
      ...{ id: versionId, prescriptionId: id, number: 1, prescriberId: talk.doctor.accountId, findings: [] },
      ...{ diagnosisCodes: ["I10"], diagnosisText: "高血压", advice: "按时服药。", isScreened: true, signedAt: at },
      contentSha256: "0".repeat(64),
      items: {
        create: Object.entries(packs).map(([medicineId, count], index) => ({
          ...{ position: index + 1, medicineId, packs: count, dose: 1, doseUnit: "tablet", frequency: "qd" },
          ...{ route: "oral", days: 7, unitPriceFen: 900, note: "" },
        })),
      },
    },
  });
  return { ...talk, prescriptionId: id };
}

/** Express within Chongqing by SF, the delivery paid online: ¥13. */
export const express = (prescriptionId: string, change: Partial<ExpressOrder> = {}): PlaceOrder => ({
  ...{ fulfilment: "express", prescriptionId, carrierCode: "shunfeng", deliveryPayment: "online" },
  ...{ recipient: "李敏", phone: "13812345678", areaCode: "500112", detail: "示范大道 8 号 2-301", keep: false },
  ...change,
});

export const pickup = (prescriptionId: string): PlaceOrder => ({ fulfilment: "pickup", prescriptionId });

export interface Ordered extends Prescribed {
  readonly orderId: string;
  readonly medicineId: string;
}

interface WantedOrder {
  readonly how?: "pickup" | "express";
  readonly status?: OrderStatus;
  readonly express?: Partial<ExpressOrder>;
  readonly at?: Date;
}

const isBeforePayment = (status: OrderStatus) => status === "awaiting_payment" || status === "lapsed";

/** An order of one pack at ¥10, placed at noon, in the state asked for (awaiting payment, unless said). */
export async function order(wanted: WantedOrder = {}): Promise<Ordered> {
  const { how = "express", status = "awaiting_payment", at = NOON } = wanted;
  const medicineId = await medicine();
  const made = await prescription({ packs: { [medicineId]: 1 }, at });
  const input = how === "pickup" ? pickup(made.prescriptionId) : express(made.prescriptionId, wanted.express);
  const { id: orderId } = await transact({ actor: made.patient, now: at }, placeOrder, input);
  if (status !== "awaiting_payment")
    await db().order.update({
      where: { id: orderId },
      data: { status, dueAt: null, paidAt: isBeforePayment(status) ? null : addMinutes(at, 5) },
    });
  return { ...made, orderId, medicineId };
}

/** A settled payment of an order, as the gateway left it. */
export async function paid(made: Ordered, purpose: "medicine" | "delivery", amountFen: number): Promise<string> {
  const id = newId();
  await db().payment.create({
    data: {
      ...{ id, accountId: made.patient.accountId, purpose, orderId: made.orderId, amountFen, status: "succeeded" },
      ...{ idempotencyKey: newId(), gatewayPaymentId: `pi_${id}`, createdAt: NOON, expiresAt: NOON, settledAt: NOON },
    },
  });
  return id;
}

/** A parcel of a shipped order on its way with SF, in the state asked for. */
export async function parcel(
  made: Ordered,
  status: "created" | "in_transit" | "out_for_delivery" | "signed" = "created",
) {
  const trackingNumber = `SF1${String(BigInt(`0x${randomBytes(5).toString("hex")}`) % 10n ** 12n).padStart(12, "0")}`;
  const id = newId();
  await db().shipment.create({
    data: { id, orderId: made.orderId, carrierCode: "shunfeng", trackingNumber, status, createdAt: NOON },
  });
  return { id, trackingNumber };
}

/** Packs of a medicine on the shelf, and how many of them are promised. */
export async function stockOf(medicineId: string) {
  const { _sum } = await db().stockBatch.aggregate({ where: { medicineId }, _sum: { quantity: true, reserved: true } });
  return { quantity: _sum.quantity ?? 0, reserved: _sum.reserved ?? 0 };
}
