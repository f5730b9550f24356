import { createHmac, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import type { Person, Role } from "@/lib/domain/actor";
import { roles } from "@/lib/domain/actor";
import { channels } from "@/lib/domain/realtime";
import { env } from "@/lib/env";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { joinChannel } from "./join";

const SOCKET = "1.2";

/** As Pusher's protocol computes it: in a presence channel the others see an id and no more. */
function signature(channel: string, { accountId }: Person) {
  const channel_data = channel.startsWith("presence-") ? JSON.stringify({ user_id: accountId }) : undefined;
  const signed = [SOCKET, channel, ...(channel_data ? [channel_data] : [])].join(":");
  const auth = `${env().PUSHER_KEY}:${createHmac("sha256", env().PUSHER_SECRET).update(signed).digest("hex")}`;
  return { auth, ...(channel_data && { channel_data }) };
}

const join = (actor: Person, channel: string) =>
  joinChannel({ actor, now: NOON }, { socketId: SOCKET, channel }).then(
    (signed) => isDeepStrictEqual(signed, signature(channel, actor)),
    (error: { code: string }) => error.code,
  );

async function orderOf(talk: Talk, paidAt: Date | null): Promise<string> {
  const [id, prescriptionId] = [newId(), newId()];
  const common = { createdAt: NOON, patientId: talk.patientId, accountId: talk.patient.accountId };
  await db().prescription.create({
    data: {
      ...{ ...common, id: prescriptionId, number: await humanNumber(db(), "RX", NOON) },
      ...{ consultationId: talk.id, doctorId: talk.doctor.accountId },
    },
  });
  await db().order.create({
    data: {
      ...{ ...common, id, number: await humanNumber(db(), "O", NOON), prescriptionId, fulfilment: "pickup" },
      ...{ medicineFen: 1000, deliveryFen: 0, paidAt },
    },
  });
  return id;
}

async function everybody(): Promise<Record<Role, Person>> {
  const people = await Promise.all(roles.map(async (role) => [role, await person(role)] as const));
  return Object.fromEntries(people) as Record<Role, Person>;
}

test("each channel lets in whom it concerns, and nobody else", async () => {
  const [talk, other, staff] = await Promise.all([consultation(), consultation(), everybody()]);
  const [paid, unpaid] = await Promise.all([orderOf(talk, NOON), orderOf(talk, null)]);
  const everyone = {
    ...staff,
    own: talk.patient,
    attending: talk.doctor,
    patient: other.patient,
    doctor: other.doctor,
  };
  const allowed: Record<string, (keyof typeof everyone)[]> = {
    [channels.consultation(talk.id)]: ["own", "attending"],
    [channels.account(talk.patient.accountId)]: ["own"],
    [channels.account(talk.doctor.accountId)]: ["attending"],
    [channels.order(paid)]: ["own", "pharmacist", "head_pharmacist"],
    [channels.order(unpaid)]: ["own"],
    [channels.reviewDesk]: ["pharmacist", "head_pharmacist"],
    [channels.dispensingDesk]: ["pharmacist", "head_pharmacist"],
    [channels.requestDesk]: ["pharmacist", "head_pharmacist", "support"],
    [channels.consultation(randomUUID())]: [],
    [channels.account(randomUUID())]: [],
    [channels.order(randomUUID())]: [],
    "private-desk-everything": [],
    "presence-consultation-": [],
    [`private-consultation-${talk.id}`]: [],
    [`presence-account-${talk.patient.accountId}`]: [],
    [`private-encrypted-consultation-${talk.id}`]: [],
    [`presence-consultation-${talk.id} `]: [],
    hospital: [],
  };
  for (const [channel, insiders] of Object.entries(allowed))
    for (const [who, actor] of Object.entries(everyone))
      expect([channel, who, await join(actor, channel)]).toEqual([
        channel,
        who,
        insiders.some((insider) => insider === who) ? true : "forbidden",
      ]);
});

test("a consultation that is not paid is not the doctor's to hear", async () => {
  const talk = await consultation({ status: "awaiting_payment" });
  expect(await join(talk.doctor, channels.consultation(talk.id))).toBe("forbidden");
  expect(await join(talk.patient, channels.consultation(talk.id))).toBe(true);
});

test("who loses the consultation loses its channel at the next joining", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  expect(await join(talk.doctor, channels.consultation(talk.id))).toBe(true);
  await db().consultation.update({ where: { id: talk.id }, data: { doctorId: other.doctor.accountId } });
  expect(await join(talk.doctor, channels.consultation(talk.id))).toBe("forbidden");
  expect(await join(other.doctor, channels.consultation(talk.id))).toBe(true);
});

test("a denial is written into the audit, with no more than the channel's name", async () => {
  const [talk, stranger] = await Promise.all([consultation(), person("patient")]);
  await join(stranger, channels.consultation(talk.id));
  await join(stranger, "张三的频道");
  const denials = await db().auditEvent.findMany({ where: { actorId: stranger.accountId }, orderBy: { id: "asc" } });
  expect(denials.map(({ action, isAllowed, subjectId }) => ({ action, isAllowed, subjectId }))).toEqual([
    { action: "realtime.join", isAllowed: false, subjectId: channels.consultation(talk.id) },
    { action: "realtime.join", isAllowed: false, subjectId: "unknown" },
  ]);
});
