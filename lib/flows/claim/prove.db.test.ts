import { afterEach, expect, test, vi } from "vitest";
import { addPatient } from "@/lib/commands/patient/add";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import { openClaims } from "@/lib/queries/patient/claims";
import { applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { hospitalIsDown, hospitalKnows } from "@/lib/testing/his";
import { proveClaim } from "./prove";

afterEach(() => vi.unstubAllGlobals());

/** A second account that has asked to act for somebody. */
async function claimed() {
  const [one, actor] = await Promise.all([applicant(), person("patient")]);
  const input = { name: one.name, idDocument: "resident_id" as const, idNumber: one.idNumber };
  const added = await transact({ actor, now: NOON }, addPatient, { ...input, relation: "spouse", isGuardian: false });
  expect(added.isClaim).toBe(true);
  const claimId = (await openClaims(actor, NOON))[0]?.id ?? "";
  return {
    one,
    actor,
    claimId,
    prove: (cardNumber = one.cardNumber, now = NOON) => proveClaim({ actor, now }, { claimId, cardNumber }),
  };
}

const links = (accountId: string) =>
  db().patientLink.findMany({ where: { accountId, endedAt: null }, select: { patientId: true, relation: true } });
const notices = (accountId: string) => db().notice.findMany({ where: { accountId }, select: { kind: true } });

test("R5: whoever shows the person's health card acts for him or her, and the first account is told", async () => {
  const { one, actor, prove } = await claimed();
  hospitalKnows(one);
  expect(await prove()).toEqual({ id: one.patientId });
  expect(await links(actor.accountId)).toEqual([{ patientId: one.patientId, relation: "spouse" }]);
  expect(await notices(one.account.accountId)).toContainEqual({ kind: "claim_proved" });
  await expect(prove()).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ["another's name", { name: "李四" }, "card_name_differs"],
  ["another birth date", { birthDay: "1991-05-01" }, "card_birth_date_differs"],
  ["another ID number", { idNumber: "990001199001010018" }, "card_other_person"],
])("R5: a card with %s proves nothing, and the claim stays open", async (_, onFile, code) => {
  const { one, actor, prove } = await claimed();
  hospitalKnows(one, onFile);
  await expect(prove()).rejects.toMatchObject({ code });
  expect(await links(actor.accountId)).toEqual([]);
  expect(await openClaims(actor, NOON)).toHaveLength(1);
});

test("R5: neither an unknown card, nor records that do not answer, nor a claim that has run out", async () => {
  const { one, actor, prove } = await claimed();
  hospitalKnows(one);
  await expect(prove("CQ2026888888")).rejects.toMatchObject({ code: "card_unknown" });
  hospitalIsDown();
  await expect(prove()).rejects.toMatchObject({ code: "record_unavailable" });
  hospitalKnows(one);
  await expect(prove(one.cardNumber, addDays(NOON, 8))).rejects.toMatchObject({ code: "not_found" });
  expect(await links(actor.accountId)).toEqual([]);
});

test("R5: somebody else's claim cannot be proved", async () => {
  const { one, claimId } = await claimed();
  hospitalKnows(one);
  const stranger = { actor: await person("patient"), now: NOON };
  await expect(proveClaim(stranger, { claimId, cardNumber: one.cardNumber })).rejects.toMatchObject({
    code: "not_found",
  });
});
