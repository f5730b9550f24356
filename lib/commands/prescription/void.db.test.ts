import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { OrderStatus, PrescriptionStatus } from "@/lib/db/generated/client";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { NOON, person } from "@/lib/testing/consultation";
import { followUp, prescribed } from "@/lib/testing/prescribing";
import { voidPrescription } from "./void";

type Made = Awaited<ReturnType<typeof prescribed>>;
const withdraw = (actor: Person, { prescriptionId }: Made) =>
  transact({ actor, now: NOON }, voidPrescription, { prescriptionId, reason: "诊断有变" });
const become = ({ prescriptionId }: Made, status: PrescriptionStatus) =>
  db().prescription.update({ where: { id: prescriptionId }, data: { status } });
const stored = ({ prescriptionId }: Made) => db().prescription.findUniqueOrThrow({ where: { id: prescriptionId } });

/** An order on the prescription that holds two packs of one batch. */
async function ordered(made: Made, status: OrderStatus) {
  const id = newId();
  const batch = await db().stockBatch.findFirstOrThrow({ where: { quantity: { gt: 5 } } });
  await db().stockBatch.update({ where: { id: batch.id }, data: { reserved: { increment: 2 } } });
  const orderItemId = newId();
  await db().order.create({
    data: {
      ...{
        id,
        number: await humanNumber(db(), "O", NOON),
        prescriptionId: made.prescriptionId,
        accountId: made.patient.accountId,
      },
      ...{ patientId: made.patientId, status, fulfilment: "pickup", medicineFen: 2980, createdAt: NOON, dueAt: NOON },
      items: { create: { id: orderItemId, position: 1, medicineId: batch.medicineId, packs: 2, unitPriceFen: 2980 } },
    },
  });
  await db().stockReservation.create({ data: { orderItemId, batchId: batch.id, quantity: 2, reservedAt: NOON } });
  return { id, batch };
}

test.each(["in_review", "returned", "approved"] as const)(
  "a prescription that is %s is taken back with its reason",
  async (status) => {
    const made = await prescribed();
    await become(made, status);
    await withdraw(made.doctor, made);
    expect(await stored(made)).toMatchObject({ status: "voided", closedAt: NOON, closeReason: "诊断有变" });
    expect(await db().notice.findFirst({ where: { accountId: made.patient.accountId } })).toMatchObject({
      kind: "prescription_voided",
    });
    const lastMessage = await db().message.findFirstOrThrow({
      where: { consultationId: made.id },
      orderBy: { seq: "desc" },
    });
    expect(JSON.parse(lastMessage.body)).toMatchObject({ code: "prescription_voided" });
    expect(
      await db().auditEvent.findFirst({ where: { action: "prescription.void", subjectId: made.prescriptionId } }),
    ).toMatchObject({
      patientId: made.patientId,
      detail: { from: status },
    });
  },
);

test.each(["dispensed", "expired", "refused", "voided"] as const)(
  "a prescription that is %s stays so",
  async (status) => {
    const made = await prescribed();
    await become(made, status);
    await expect(withdraw(made.doctor, made)).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(made)).toMatchObject({ status });
  },
);

test("an order that waits for its payment is cancelled with it, and its packs are free again", async () => {
  const made = await prescribed();
  await become(made, "approved");
  const { id, batch } = await ordered(made, "awaiting_payment");
  await withdraw(made.doctor, made);
  expect(await db().order.findUniqueOrThrow({ where: { id }, include: { events: true } })).toMatchObject({
    ...{ status: "cancelled", dueAt: null },
    events: [{ event: "cancel", toStatus: "cancelled", reason: "prescription_voided", actorId: made.doctor.accountId }],
  });
  expect(await db().stockBatch.findUniqueOrThrow({ where: { id: batch.id } })).toMatchObject({
    reserved: batch.reserved,
  });
});

test.each(["paid", "picking", "shipped"] as const)("an order that is %s keeps the prescription", async (status) => {
  const made = await prescribed();
  await become(made, "approved");
  const { id } = await ordered(made, status);
  await expect(withdraw(made.doctor, made)).rejects.toMatchObject({ code: "order_paid" });
  expect(await stored(made)).toMatchObject({ status: "approved" });
  expect(await db().order.findUniqueOrThrow({ where: { id } })).toMatchObject({ status });
});

test("only the doctor who prescribed takes it back, and only once", async () => {
  const made = await prescribed();
  await expect(withdraw((await followUp()).doctor, made)).rejects.toMatchObject({ code: "not_found" });
  await expect(withdraw(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
  const tries = await Promise.allSettled([withdraw(made.doctor, made), withdraw(made.doctor, made)]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
