import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { openSession } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { findSession } from "@/lib/db/sql/session";
import { ChangePassword } from "@/lib/domain/account-input";
import { NOON, person } from "@/lib/testing/consultation";
import { changePassword } from "./change-password";

const OLD = "an old sentence of mine";
const NEW = "a new sentence of mine";

/** A member of staff with a password and two open sessions. */
async function staff() {
  const actor = await person("pharmacist");
  const account = await db().account.update({
    where: { id: actor.accountId },
    data: { passwordHash: await hashPassword(OLD) },
  });
  const here = await openSession(account, "password", null, NOON);
  const elsewhere = await openSession(account, "password", null, NOON);
  return { actor: { ...actor, sessionId: here }, here, elsewhere };
}
const change = ({ actor }: Awaited<ReturnType<typeof staff>>, current: string, password: string) =>
  changePassword({ actor, now: NOON }, ChangePassword.parse({ current, password }));
const hashOf = async (id: string) => (await db().account.findUniqueOrThrow({ where: { id } })).passwordHash;

test("the new password counts, and whatever is open elsewhere ends", async () => {
  const one = await staff();
  await change(one, OLD, NEW);
  expect(await verifyPassword(await hashOf(one.actor.accountId), NEW)).toBe(true);
  expect(await findSession(one.elsewhere, NOON)).toBeNull();
  expect(await findSession(one.here, NOON)).not.toBeNull();
});

test("a wrong present password changes nothing, and five of them end the trying", async () => {
  const one = await staff();
  const before = await hashOf(one.actor.accountId);
  for (let tries = 0; tries < 5; tries += 1)
    await expect(change(one, "guessed", NEW)).rejects.toMatchObject({ fields: { current: "password_wrong" } });
  await expect(change(one, OLD, NEW)).rejects.toMatchObject({ code: "too_many" });
  expect(await hashOf(one.actor.accountId)).toBe(before);
});

test("the same, a short and a common one are not taken", async () => {
  const one = await staff();
  await expect(change(one, OLD, OLD)).rejects.toMatchObject({ fields: { password: "password_same" } });
  for (const password of ["short", "111111111111", "x".repeat(201)])
    expect(ChangePassword.safeParse({ current: OLD, password }).success).toBe(false);
});
