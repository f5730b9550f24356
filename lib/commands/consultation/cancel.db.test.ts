import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { cancelConsultation } from "./cancel";

const cancel = (actor: Person, talk: Talk) =>
  transact({ actor, now: NOON }, cancelConsultation, { consultationId: talk.id });
const now = (talk: Talk) => db().consultation.findUniqueOrThrow({ where: { id: talk.id }, include: { events: true } });

async function holdPlace(talk: Talk) {
  const { offeringId, doctorId, placeDay: day } = await now(talk);
  await db().doctorDay.create({
    data: { offeringId, doctorId, day, fromMinute: 0, toMinute: 1440, places: 5, taken: 1 },
  });
}
const placesTaken = async (talk: Talk) =>
  (await db().doctorDay.findFirstOrThrow({ where: { doctorId: talk.doctor.accountId } })).taken;

test("a booking that is not paid yet lapses when it is called off, and its place is free again", async () => {
  const talk = await consultation({ status: "awaiting_payment" });
  await holdPlace(talk);
  await cancel(talk.patient, talk);
  expect(await now(talk)).toMatchObject({
    ...{ status: "lapsed", dueAt: null, closedAt: NOON },
    events: [{ event: "cancel", toStatus: "lapsed", actorId: talk.patient.accountId }],
  });
  expect(await placesTaken(talk)).toBe(0);
});

test("a paid booking that is called off before the doctor accepts gives the whole fee back", async () => {
  const talk = await consultation({ status: "waiting" });
  await holdPlace(talk);
  await db().payment.create({
    data: {
      ...{ accountId: talk.patient.accountId, purpose: "consultation_fee", consultationId: talk.id, amountFen: 3000 },
      ...{ status: "succeeded", idempotencyKey: newId(), createdAt: NOON, expiresAt: NOON, settledAt: NOON },
    },
  });
  await cancel(talk.patient, talk);
  expect(await now(talk)).toMatchObject({ status: "cancelled" });
  const payment = await db().payment.findFirstOrThrow({
    where: { consultationId: talk.id },
    include: { refunds: true },
  });
  expect(payment.refunds).toMatchObject([{ amountFen: 3000, reasonCode: "cancelled", status: "pending" }]);
  expect(await placesTaken(talk)).toBe(0);
  expect(await db().auditEvent.findFirst({ where: { subjectId: talk.id } })).toMatchObject({
    action: "consultation.cancel",
  });
});

test.each(["in_progress", "finished"] as const)(
  "a consultation that is %s can no longer be called off",
  async (status) => {
    const talk = await consultation({ status });
    await expect(cancel(talk.patient, talk)).rejects.toMatchObject({ code: "conflict" });
    expect(await now(talk)).toMatchObject({ status });
  },
);

test("nobody else calls it off: not another patient, not the doctor", async () => {
  const talk = await consultation({ status: "waiting" });
  await expect(cancel(await person("patient"), talk)).rejects.toMatchObject({ code: "not_found" });
  await expect(cancel(talk.doctor, talk)).rejects.toMatchObject({ code: "forbidden" });
  expect(await now(talk)).toMatchObject({ status: "waiting" });
});

test("calling off twice at the same time happens once", async () => {
  const talk = await consultation({ status: "waiting" });
  await holdPlace(talk);
  const results = await Promise.allSettled([cancel(talk.patient, talk), cancel(talk.patient, talk)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await now(talk)).events).toHaveLength(1);
  expect(await placesTaken(talk)).toBe(0);
});
