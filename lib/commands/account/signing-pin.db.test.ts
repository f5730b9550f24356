import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unlockKey } from "@/lib/db/signing/key-box";
import { transact } from "@/lib/db/transact";
import { SetSigningPin } from "@/lib/domain/account-input";
import type { Person } from "@/lib/domain/actor";
import { ownSigningKey } from "@/lib/queries/account/signing-key";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { setSigningPin } from "./set-signing-pin";

const set = (actor: Person, pin = "908172") => transact({ actor, now: NOON }, setSigningPin, { pin, again: pin });

test("a new PIN comes with a new key; the old one is retired, and kept for what it signed (R33)", async () => {
  const pharmacist = await person("pharmacist");
  const before = await db().signingKey.findFirstOrThrow({ where: { accountId: pharmacist.accountId } });
  const { id } = await set(pharmacist);
  const [old, key] = await Promise.all([
    db().signingKey.findUniqueOrThrow({ where: { id: before.id } }),
    db().signingKey.findUniqueOrThrow({ where: { id } }),
  ]);
  expect(old).toMatchObject({ retiredAt: NOON, publicKey: before.publicKey });
  expect(key.publicKey).not.toBe(before.publicKey);
  expect(await unlockKey("908172", pharmacist.accountId, key.keySealed)).not.toBe(null);
  expect(await unlockKey(PIN, pharmacist.accountId, key.keySealed)).toBe(null);
  expect(await ownSigningKey(pharmacist)).toMatchObject({ algorithm: "ed25519", createdAt: NOON });
  const written = await db().auditEvent.findFirstOrThrow({ where: { subjectId: id } });
  expect(JSON.stringify(written.detail)).not.toContain("908172");
});

test("two windows at once leave one key in use", async () => {
  const doctor = await person("doctor");
  await Promise.allSettled([set(doctor), set(doctor, "817263"), set(doctor, "726354")]);
  expect(await db().signingKey.count({ where: { accountId: doctor.accountId, retiredAt: null } })).toBe(1);
});

test("nobody but doctors and pharmacists signs", async () => {
  for (const role of ["patient", "support", "admin", "auditor"] as const)
    await expect(set(await person(role))).rejects.toMatchObject({ code: "forbidden" });
});

describe("a PIN", () => {
  const fault = (pin: string, again = pin) => SetSigningPin.safeParse({ pin, again }).error?.issues[0]?.message;
  test.each([
    ["12345", "pin_invalid"],
    ["1234567890123", "pin_invalid"],
    ["12a456", "pin_invalid"],
    ["１２３４５６", "pin_invalid"],
    ["123456", "pin_too_easy"],
    ["987654", "pin_too_easy"],
    ["000000", "pin_too_easy"],
    ["121212", "pin_too_easy"],
    ["908172", undefined],
  ])("%s: %s", (pin, message) => expect(fault(pin)).toBe(message));
  test("typed twice differently is not taken", () => expect(fault("908172", "908173")).toBe("pin_differs"));
});
