import { expect, test } from "vitest";
import { placeOrder } from "@/lib/commands/order/place";
import { db } from "@/lib/db/client";
import { verifyConsent } from "@/lib/db/consents";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import type { ConsentKind } from "@/lib/domain/consent";
import { citation } from "@/lib/domain/rules";
import { linkHealthCard } from "@/lib/flows/card/link";
import { bookWithFreshRecord } from "@/lib/flows/consultation/book";
import { refreshRecord } from "@/lib/flows/record/refresh";
import { type Applicant, applicant, offer } from "@/lib/testing/applicant";
import { textsInForce } from "@/lib/testing/consent";
import { NOON, person } from "@/lib/testing/consultation";
import { express, pickup, prescription } from "@/lib/testing/order";
import { countStatements } from "@/lib/testing/statements";
import { agreeToConsent } from "./agree";
import { withdrawConsent } from "./withdraw";

async function textOf(kind: ConsentKind) {
  const text = (await textsInForce()).find((each) => each.kind === kind);
  if (!text) throw new Error(`no ${kind}`);
  return text;
}

async function agree(actor: Person, patientId: string, kind: ConsentKind = "health_data", now = NOON) {
  const { id, sha256 } = await textOf(kind);
  const input = { patientId, consentTextId: id, sha256, locale: "en" as const, isAgreed: "on" as const };
  return transact({ actor, now }, agreeToConsent, input);
}
const withdraw = (actor: Person, patientId: string, kind: ConsentKind = "health_data") =>
  transact({ actor, now: NOON }, withdrawConsent, { patientId, kind });
const consentsOf = (patientId: string) => db().consent.findMany({ where: { patientId }, include: { text: true } });

const intake = {
  ...{ sinceCount: 3, sinceUnit: "days" as const, course: "same" as const, allergies: "none" as const },
  ...{ organs: "none" as const, pregnancy: "no" as const, needsToday: "no" as const },
};

async function child(isGuardian: boolean): Promise<Applicant> {
  const one = await applicant({ hasConsented: false });
  await db().patient.update({ where: { id: one.patientId }, data: { birthDate: new Date("2020-05-01") } });
  await db().patientLink.updateMany({ where: { patientId: one.patientId }, data: { isGuardian, relation: "child" } });
  return one;
}

test(`R7 (${citation("R7", "en").text}): a consent is kept with its hash, time, language and signature, and the signature shows a change`, async () => {
  const { account, patientId } = await applicant({ hasConsented: false });
  const { id } = await agree(account, patientId);
  const [consent] = await consentsOf(patientId);
  if (!consent) throw new Error("nothing was kept");
  const { text, ...row } = consent;
  expect(row).toMatchObject({ id, sha256: text.sha256, locale: "en", isByGuardian: false, agreedAt: NOON });
  const signed = { ...row, version: text.version };
  expect(verifyConsent(signed)).toBe(true);
  for (const change of [{ agreedAt: addDays(NOON, 1) }, { isByGuardian: true }, { version: 2 }, { mac: null }])
    expect(verifyConsent({ ...signed, ...change })).toBe(false);
  const audit = await db().auditEvent.findFirst({ where: { subjectId: id, action: "consent.agree" } });
  expect(audit).toMatchObject({ actorId: account.accountId, patientId, detail: { kind: "health_data", version: 1 } });
});

test("what was agreed to cannot be changed or made not to have been, only withdrawn once", async () => {
  const { account, patientId } = await applicant({ hasConsented: false });
  const { id } = await agree(account, patientId);
  await expect(db().consent.update({ where: { id }, data: { agreedAt: addDays(NOON, -9) } })).rejects.toThrow();
  await expect(db().consent.delete({ where: { id } })).rejects.toThrow();
  await withdraw(account, patientId);
  await expect(db().consent.update({ where: { id }, data: { withdrawnAt: null } })).rejects.toThrow();
});

test("agreeing twice at once is agreeing once", async () => {
  const { account, patientId } = await applicant({ hasConsented: false });
  const [one, two] = await Promise.all([agree(account, patientId), agree(account, patientId)]);
  expect(one.id).toBe(two.id);
  expect(await consentsOf(patientId)).toHaveLength(1);
});

test("another account can neither agree nor withdraw for a person who is not its own; staff never can", async () => {
  const { account, patientId } = await applicant();
  const [stranger, doctor] = [await person("patient"), await person("doctor")];
  for (const verb of [agree, withdraw]) {
    await expect(verb(stranger, patientId)).rejects.toMatchObject({ code: "not_found" });
    await expect(verb(doctor, patientId)).rejects.toMatchObject({ code: "forbidden" });
  }
  await withdraw(account, patientId);
  await expect(withdraw(account, patientId)).rejects.toMatchObject({ code: "conflict" });
});

test("a text that is not in force, or another hash, is not agreed to", async () => {
  const { account, patientId } = await applicant({ hasConsented: false });
  const { id, sha256 } = await textOf("health_data");
  const input = { patientId, consentTextId: id, sha256, locale: "en" as const, isAgreed: "on" as const };
  const run = (more: Partial<typeof input>, now = NOON) =>
    transact({ actor: account, now }, agreeToConsent, { ...input, ...more });
  const outdated = { code: "consent_outdated", rule: "R7" };
  await expect(run({ sha256: "0".repeat(64) })).rejects.toMatchObject(outdated);
  await expect(run({}, addDays(NOON, -60))).rejects.toMatchObject(outdated);
});

test(`R31 (${citation("R31", "en").text}): for a child under fourteen only a declared guardian agrees`, async () => {
  const [guarded, other] = [await child(true), await child(false)];
  await agree(guarded.account, guarded.patientId, "guardian");
  expect(await consentsOf(guarded.patientId)).toMatchObject([{ isByGuardian: true }]);
  const refused = { code: "not_guardian", rule: "R31" };
  await expect(agree(other.account, other.patientId, "guardian")).rejects.toMatchObject(refused);
  await expect(agree(other.account, other.patientId)).rejects.toMatchObject(refused);
});

test("R31: without consent no card is linked and no record fetched, and the hospital is not even asked", async () => {
  const { account, patientId, cardNumber } = await applicant({ hasConsented: false });
  const run = { actor: account, now: NOON };
  const needed = { code: "consent_needed", rule: "R31", params: { kinds: "health_data" } };
  await expect(linkHealthCard(run, { patientId, cardNumber })).rejects.toMatchObject(needed);
  await expect(refreshRecord(run, { patientId })).rejects.toMatchObject(needed);
});

test("R31: after a withdrawal nothing new is booked until consent is given again; what is under way goes on", async () => {
  const [where, one] = [await offer({ service: "consultation" }), await applicant()];
  const { offeringId, consentTextId, consentSha256 } = where;
  const form = {
    ...{ offeringId, consentTextId, consentSha256, patientId: one.patientId, isAgreed: "on" as const },
    ...{ redFlags: { chest_pain: "no" as const }, symptoms: "头痛三天，夜间明显，没有发热。", pictureIds: [], intake },
  };
  const book = () => bookWithFreshRecord({ actor: one.account, now: NOON }, form);
  await withdraw(one.account, one.patientId);
  await expect(book()).rejects.toMatchObject({ code: "consent_needed", rule: "R31" });
  await agree(one.account, one.patientId);
  const { id } = await book();
  await withdraw(one.account, one.patientId);
  expect(await db().consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "awaiting_payment" });
  const consent = await db().consent.findFirstOrThrow({
    where: { patientId: one.patientId, text: { kind: "informed_consent" } },
    include: { text: true },
  });
  expect(verifyConsent({ ...consent, version: consent.text.version })).toBe(true);
});

test("R31: without consent to delivery by a third party the medicine is collected, not sent", async () => {
  const made = await prescription();
  await db().consent.updateMany({
    where: { patientId: made.patientId, text: { kind: "third_party_delivery" } },
    data: { withdrawnAt: NOON },
  });
  const run = { actor: made.patient, now: NOON };
  await expect(transact(run, placeOrder, express(made.prescriptionId))).rejects.toMatchObject({
    ...{ code: "consent_needed", rule: "R31", params: { kinds: "third_party_delivery" } },
  });
  await transact(run, placeOrder, pickup(made.prescriptionId));
});

test("agreeing and withdrawing stay within eight statements", async () => {
  const { account, patientId } = await applicant({ hasConsented: false });
  const { id, sha256 } = await textOf("health_data");
  const input = { patientId, consentTextId: id, sha256, locale: "en" as const, isAgreed: "on" as const };
  const run = { actor: account, now: NOON };
  // The session read at the door is the eighth.
  expect(await countStatements(() => transact(run, agreeToConsent, input))).toBeLessThanOrEqual(7);
  expect(await countStatements(() => withdraw(account, patientId))).toBeLessThanOrEqual(7);
});
