import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { AddPatient } from "@/lib/domain/patient-input";
import { applicant, residentId } from "@/lib/testing/applicant";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { addPatient } from "./add";
import { removePatient } from "./remove";

const form = (change: Record<string, string> = {}) =>
  AddPatient.parse({
    name: "李雷",
    relation: "child",
    idDocument: "resident_id",
    idNumber: residentId("2021-03-04"),
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

test("R10: a sixth person is refused; after one is removed there is room again", async () => {
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
  expect(await add(account, input)).toEqual({ id });
});

test("R5: a second parent reaches the same child by the same name; a wrong name is told nothing", async () => {
  const [mother, father] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(mother, input);
  await expect(add(father, { ...input, name: "李蕾" })).rejects.toMatchObject({
    code: "identity_not_confirmed",
    params: {},
    fields: {},
  });
  expect(await people(father)).toEqual([]);
  expect(await add(father, input)).toEqual({ id });
});

test("a name that was mistyped is put right by taking the person away and adding again, until a card confirms it", async () => {
  const [account, another] = await Promise.all([person("patient"), person("patient")]);
  const input = form();
  const { id } = await add(account, { ...input, name: "李蕾" });
  await expect(add(another, input)).rejects.toMatchObject({ code: "identity_not_confirmed" });
  await remove(account, id);
  expect(await add(account, input)).toEqual({ id });
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
