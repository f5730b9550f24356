import { expect, test } from "vitest";
import { endOtherSessions, endOwnSession } from "@/lib/commands/account/end-session";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { findSession } from "@/lib/db/sql/session";
import { transact } from "@/lib/db/transact";
import type { Person, Role } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { openSession } from "./sign-in";

async function signedIn(role: Role, who?: Person): Promise<Person> {
  const actor = who ?? (await person(role));
  const account = { id: actor.accountId, role, displayName: actor.name, locale: "zh-CN" };
  return { ...actor, sessionId: await openSession(account, "password", null, NOON) };
}
const isOpen = async ({ sessionId }: Person, now: Date) => (await findSession(sessionId, now)) !== null;

test.each([
  ["patient", "a minute before seven idle days", addMinutes(NOON, 7 * 1440 - 1), true],
  ["patient", "after seven idle days", addDays(NOON, 7), false],
  ["doctor", "a minute before half an idle hour", addMinutes(NOON, 29), true],
  ["doctor", "after half an idle hour", addMinutes(NOON, 30), false],
] as const)("the session of a %s %s", async (role, _, now, open) => {
  expect(await isOpen(await signedIn(role), now)).toBe(open);
});

test.each([
  ["doctor", 20, 12 * 60],
  ["patient", 6 * 1440, 30 * 1440],
] as const)("a %s who is never idle is still signed out at the absolute end", async (role, step, end) => {
  const actor = await signedIn(role);
  for (let at = step; at < end; at += step) expect(await isOpen(actor, addMinutes(NOON, at))).toBe(true);
  expect(await isOpen(actor, addMinutes(NOON, end))).toBe(false);
});

test("that a session is in use is written at most once a minute", async () => {
  const actor = await signedIn("patient");
  const seen = async () => (await db().session.findUniqueOrThrow({ where: { id: actor.sessionId } })).lastSeenAt;
  await findSession(actor.sessionId, addMinutes(NOON, 0.5));
  expect(await seen()).toEqual(NOON);
  await findSession(actor.sessionId, addMinutes(NOON, 2));
  expect(await seen()).toEqual(addMinutes(NOON, 2));
});

test("P3: an old session opens nothing after its end, a change of status, or the end of all others", async () => {
  const [one, two, three] = [await signedIn("patient"), await signedIn("patient"), await signedIn("doctor")];
  const run = { actor: one, now: NOON };
  await transact(run, endOwnSession, { sessionId: one.sessionId });
  expect(await isOpen(one, NOON)).toBe(false);
  const elsewhere = await signedIn("patient", two);
  await transact({ actor: two, now: NOON }, endOtherSessions, {});
  expect([await isOpen(two, NOON), await isOpen(elsewhere, NOON)]).toEqual([true, false]);
  await db().account.update({ where: { id: three.accountId }, data: { status: "disabled" } });
  expect(await isOpen(three, NOON)).toBe(false);
});

test("nobody ends a session of somebody else", async () => {
  const [one, other] = [await signedIn("patient"), await signedIn("patient")];
  const end = transact({ actor: one, now: NOON }, endOwnSession, { sessionId: other.sessionId });
  await expect(end).rejects.toMatchObject({ code: "not_found" });
  const unknown = transact({ actor: one, now: NOON }, endOwnSession, { sessionId: newId() });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  expect(await isOpen(other, NOON)).toBe(true);
});

test("whom a session acts for is known while the link lives, and not a moment longer", async () => {
  const actor = await signedIn("patient");
  const patient = await db().patient.create({
    data: {
      ...{ id: newId(), name: "小雨", idDocument: "passport", idNumberSealed: "", idNumberDigest: newId() },
      ...{ sex: "female", birthDate: new Date("2020-05-01T00:00:00.000Z") },
    },
  });
  const link = await db().patientLink.create({
    data: { accountId: actor.accountId, patientId: patient.id, relation: "child", slot: 1 },
  });
  await db().session.update({ where: { id: actor.sessionId }, data: { actingForId: patient.id } });
  expect(await findSession(actor.sessionId, NOON)).toMatchObject({ actingFor: { id: patient.id, name: "小雨" } });
  await db().patientLink.update({ where: { id: link.id }, data: { endedAt: NOON } });
  expect(await findSession(actor.sessionId, NOON)).toMatchObject({ actingFor: null });
});
