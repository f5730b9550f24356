import { expect, test } from "vitest";
import { actFor } from "@/lib/commands/account/act-for";
import { decideFamilyClaim } from "@/lib/commands/claim/decide";
import { decideClaimAsStaff } from "@/lib/commands/claim/decide-as-staff";
import { withdrawClaim } from "@/lib/commands/claim/withdraw";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { findSession } from "@/lib/db/sql/session";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { AddPatient } from "@/lib/domain/patient-input";
import { citation } from "@/lib/domain/rules";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { openClaims } from "@/lib/queries/patient/claims";
import { applicant, residentId } from "@/lib/testing/applicant";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { addPatient } from "./add";
import { removePatient } from "./remove";
import { revealIdNumber } from "./reveal";

const form = (change: Record<string, string> = {}) =>
  AddPatient.parse({
    name: "李雷",
    relation: "child",
    idDocument: "resident_id",
    idNumber: residentId("2021-03-04"),
    isGuardian: "on",
    ...change,
  });
const add = (actor: Person, input = form()) => transact({ actor, now: NOON }, addPatient, input);
const remove = (actor: Person, patientId: string) => transact({ actor, now: NOON }, removePatient, { patientId });
const people = (actor: Person) =>
  db().patientLink.findMany({ where: { accountId: actor.accountId, endedAt: null }, orderBy: { slot: "asc" } });

test("R5: a child is added with sex and birth date out of the resident ID; the number is stored sealed", async () => {
  const mother = await person("patient");
  const input = form();
  const { id } = await add(mother, input);
  const stored = await db().patient.findUniqueOrThrow({ where: { id } });
  expect(stored).toMatchObject({ name: "李雷", birthDate: new Date("2021-03-04T00:00:00.000Z") });
  expect(JSON.stringify(stored)).not.toContain(input.idNumber);
  expect(await people(mother)).toMatchObject([{ patientId: id, relation: "child", slot: 1 }]);
  expect(await db().auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    action: "patient.add",
    patientId: id,
  });
});

test(`R10 (${citation("R10", "en").text}): a sixth person is refused; after one is removed there is room again`, async () => {
  const account = await person("patient");
  const added = [];
  for (let count = 0; count < 5; count += 1) added.push(await add(account));
  await expect(add(account)).rejects.toMatchObject({ code: "too_many_people", rule: "R10", params: { most: 5 } });
  await remove(account, added[1]?.id ?? "");
  await add(account);
  expect((await people(account)).map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
});

test("R10: of eight people added at the same time at most five are", async () => {
  const account = await person("patient");
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => add(account)));
  const stored = await people(account);
  expect(stored.length).toBeLessThanOrEqual(5);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(stored.length);
});

test("the same person twice is refused, and one who was removed may come back", async () => {
  const account = await person("patient");
  const input = form();
  const { id } = await add(account, input);
  await expect(add(account, input)).rejects.toMatchObject({ code: "person_already_added" });
  await remove(account, id);
  expect(await add(account, input)).toEqual({ id, isClaim: false });
});

test("R5: a second parent does not get the child by knowing name and number: the first agrees, once", async () => {
  const [mother, father] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(mother, input);
  await expect(add(father, { ...input, name: "李蕾" })).rejects.toMatchObject({
    code: "identity_not_confirmed",
    params: {},
    fields: {},
  });
  expect(await add(father, input)).toEqual({ id, isClaim: true });
  await expect(add(father, input)).rejects.toMatchObject({ code: "claim_open" });
  expect(await people(father)).toEqual([]);
  const [claim] = await openClaims(mother, NOON);
  expect(claim).toMatchObject({ isMine: false, name: "李雷", relation: "child" });
  expect(await db().notice.findMany({ where: { accountId: mother.accountId } })).toMatchObject([
    { kind: "claim_opened" },
  ]);
  const decide = (actor: Person, decision: "approved" | "rejected") =>
    transact({ actor, now: NOON }, decideFamilyClaim, { claimId: claim?.id ?? "", decision });
  await expect(decide(father, "approved")).rejects.toMatchObject({ code: "not_found" });
  await expect(decide(await person("patient"), "approved")).rejects.toMatchObject({ code: "not_found" });
  const both = await Promise.allSettled([decide(mother, "approved"), decide(mother, "rejected")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an approved claim links the person with what was declared; a refused one does not, and may be asked again", async () => {
  const [mother, father] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(mother, input);
  await add(father, input);
  const first = (await openClaims(father, NOON))[0]?.id ?? "";
  await transact({ actor: mother, now: NOON }, decideFamilyClaim, { claimId: first, decision: "rejected" });
  expect(await people(father)).toEqual([]);
  await add(father, input);
  const second = (await openClaims(father, NOON))[0]?.id ?? "";
  const support = await person("support");
  await transact({ actor: support, now: NOON }, decideClaimAsStaff, {
    claimId: second,
    decision: "approved",
    reason: "已核对户口本",
  });
  expect(await people(father)).toMatchObject([{ patientId: id, relation: "child", isGuardian: true }]);
});

test("R10: a claim that is approved when the account is full is refused, and stays open", async () => {
  const [mother, father] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  await add(mother, input);
  await add(father, input);
  for (let count = 0; count < 5; count += 1) await add(father);
  const claimId = (await openClaims(father, NOON))[0]?.id ?? "";
  const approve = transact({ actor: mother, now: NOON }, decideFamilyClaim, { claimId, decision: "approved" });
  await expect(approve).rejects.toMatchObject({ code: "too_many_people", rule: "R10" });
  expect(await openClaims(father, NOON)).toHaveLength(1);
});

test("a claim can be taken back by its maker alone, and ends by itself after seven days", async () => {
  const [mother, father] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  await add(mother, input);
  await add(father, input);
  const claimId = (await openClaims(father, NOON))[0]?.id ?? "";
  const withdraw = (actor: Person) => transact({ actor, now: NOON }, withdrawClaim, { claimId });
  await expect(withdraw(mother)).rejects.toMatchObject({ code: "not_found" });
  await withdraw(father);
  await add(father, input);
  const again = (await openClaims(father, NOON))[0]?.id ?? "";
  const late = addDays(NOON, 7);
  const approve = transact({ actor: mother, now: late }, decideFamilyClaim, { claimId: again, decision: "approved" });
  await expect(approve).rejects.toMatchObject({ code: "conflict" });
  await sweepDeadlines(late);
  expect(await db().patientClaim.findUniqueOrThrow({ where: { id: again } })).toMatchObject({ status: "expired" });
});

test("R5: sex and birth date that do not agree with the resident ID are refused, not put right in silence", async () => {
  const account = await person("patient");
  await expect(add(account, form({ birthDay: "2021-03-05" }))).rejects.toMatchObject({
    fields: { birthDay: "birth_day_differs" },
  });
});

test("a whole ID number is shown to its own account only, and that it was is written down", async () => {
  const [owner, other] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(owner, input);
  const reveal = (actor: Person) => transact({ actor, now: NOON }, revealIdNumber, { patientId: id });
  expect(await reveal(owner)).toEqual({ number: input.idNumber });
  await expect(reveal(other)).rejects.toMatchObject({ code: "not_found" });
  expect(await db().auditEvent.count({ where: { action: "patient.reveal_id", patientId: id } })).toBe(1);
});

test("a session acts for one of its own people, and for nobody else's", async () => {
  const [owner, other] = await Promise.all([person("patient"), person("patient")]);
  const { id } = await add(owner);
  const session = { accountId: owner.accountId, createdAt: NOON, lastSeenAt: NOON, expiresAt: addDays(NOON, 1) };
  await db().session.create({ data: { id: owner.sessionId, ...session } });
  const act = (actor: Person, patientId?: string) => transact({ actor, now: NOON }, actFor, { patientId });
  await act(owner, id);
  expect(await findSession(owner.sessionId, NOON)).toMatchObject({ actingFor: { id, name: "李雷" } });
  await expect(act(other, id)).rejects.toMatchObject({ code: "not_found" });
  await act(owner);
  expect(await findSession(owner.sessionId, NOON)).toMatchObject({ actingFor: null });
});

test("a name that was mistyped is put right by taking the person away and adding again, until a card confirms it", async () => {
  const [account, another] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(account, { ...input, name: "李蕾" });
  await expect(add(another, input)).rejects.toMatchObject({ code: "identity_not_confirmed" });
  await remove(account, id);
  expect(await add(account, input)).toEqual({ id, isClaim: false });
  expect(await db().patient.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "李雷" });
  await db().healthCard.create({
    data: { id: newId(), patientId: id, cardNumberSealed: "", cardNumberDigest: id, fhirPatientId: id, linkedAt: NOON },
  });
  await remove(account, id);
  await expect(add(another, { ...input, name: "李蕾" })).rejects.toMatchObject({ code: "identity_not_confirmed" });
});

test("staff add nobody", async () => {
  await expect(add(await person("doctor"))).rejects.toMatchObject({ code: "forbidden" });
});

test("a person of another account cannot be removed", async () => {
  const [owner, stranger] = await Promise.all([person("patient"), person("patient")]);
  const { id } = await add(owner);
  await expect(remove(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await people(owner)).toHaveLength(1);
});

test("R28: removing ends the link and keeps the person's record", async () => {
  const { account, patientId } = await applicant();
  await remove(account, patientId);
  expect(await people(account)).toEqual([]);
  expect(await db().recordEntry.count({ where: { patientId } })).toBe(1);
  await expect(remove(account, patientId)).rejects.toMatchObject({ code: "not_found" });
});

test("a person with a consultation under way is not removed", async () => {
  const talk = await consultation({ status: "waiting" });
  await db().patientLink.create({
    data: { accountId: talk.patient.accountId, patientId: talk.patientId, relation: "child", slot: 1 },
  });
  await expect(remove(talk.patient, talk.patientId)).rejects.toMatchObject({ code: "person_in_use" });
  await db().consultation.update({ where: { id: talk.id }, data: { status: "finished" } });
  await remove(talk.patient, talk.patientId);
  expect(await people(talk.patient)).toEqual([]);
});
