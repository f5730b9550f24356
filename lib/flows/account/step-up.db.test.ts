import { generate } from "otplib";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { seal } from "@/lib/db/seal";
import type { Person, Role } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { stepUp } from "./step-up";

const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const codeAt = (now: Date) => generate({ secret: SECRET, epoch: now.getTime() / 1000 });

/** A member of staff with an authenticator, in a session whose second factor was shown long ago. */
async function someone(role: Role = "doctor"): Promise<Person> {
  const actor = await person(role);
  await db().account.update({ where: { id: actor.accountId }, data: { totpSealed: seal(SECRET) } });
  await db().session.create({
    data: { id: actor.sessionId, accountId: actor.accountId, createdAt: NOON, expiresAt: addMinutes(NOON, 720) },
  });
  return actor;
}
const show = (actor: Person, code: string, now = NOON) => stepUp({ actor, now }, { code });
const shownAt = async ({ sessionId }: Person) =>
  (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).stepUpAt;

test("a doctor who shows the second factor again may sign for a while, in this session; it is written down", async () => {
  const doctor = await someone();
  await show(doctor, await codeAt(NOON));
  expect(await shownAt(doctor)).toEqual(NOON);
  expect(await db().auditEvent.findFirst({ where: { actorId: doctor.accountId } })).toMatchObject({
    action: "account.step_up",
  });
});

test("a code serves once, even when it is sent twice at the same time", async () => {
  const doctor = await someone();
  const code = await codeAt(NOON);
  const results = await Promise.allSettled([show(doctor, code), show(doctor, code)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(show(doctor, code)).rejects.toMatchObject({ code: "code_used" });
});

test("a wrong code opens nothing, and after five the right one waits", async () => {
  const doctor = await someone();
  const right = await codeAt(NOON);
  const wrong = right === "000000" ? "000001" : "000000";
  for (let miss = 0; miss < 5; miss += 1)
    await expect(show(doctor, wrong)).rejects.toMatchObject({ code: "code_wrong" });
  await expect(show(doctor, right)).rejects.toMatchObject({ code: "too_many" });
  expect(await shownAt(doctor)).toBeNull();
});

test("a session that has ended is not stepped up; patients have no second factor", async () => {
  const doctor = await someone();
  await db().session.update({ where: { id: doctor.sessionId }, data: { endedAt: NOON } });
  await expect(show(doctor, await codeAt(NOON))).rejects.toMatchObject({ code: "conflict" });
  const patient = await someone("patient");
  await expect(show(patient, await codeAt(NOON))).rejects.toMatchObject({ code: "forbidden" });
});
