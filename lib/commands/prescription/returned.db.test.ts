import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays, addMinutes, endOfDay } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { content, followUp, prescribed, returned } from "@/lib/testing/prescribing";
import { doubleSign } from "./double-sign";
import { revise } from "./revise";

type Made = Awaited<ReturnType<typeof returned>>;
const LATER = addMinutes(NOON, 30);
const correct = async (actor: Person, { prescriptionId }: Made, more = {}) =>
  transact({ actor, now: LATER }, revise, {
    prescriptionId,
    pin: PIN,
    ...(await content({ advice: "已更正剂量。", ...more })),
  });
const confirm = (actor: Person, { prescriptionId }: Made, now = LATER) =>
  transact({ actor, now }, doubleSign, { prescriptionId, reason: "血药浓度监测下用药", pin: PIN });
const purposes = async (versionId = "") =>
  (await db().signature.findMany({ where: { versionId }, orderBy: { purpose: "asc" } })).map(({ purpose }) => purpose);
const stored = ({ prescriptionId }: Made) =>
  db().prescription.findUniqueOrThrow({
    where: { id: prescriptionId },
    include: { versions: { orderBy: { number: "asc" }, include: { items: true } } },
  });

test("a corrected prescription is version 2, back in review; version 1 stays as it was signed", async () => {
  const made = await returned();
  const before = (await stored(made)).versions[0];
  expect(await correct(made.doctor, made, { validDays: 2 })).toEqual({ id: made.prescriptionId, version: 2 });
  const after = await stored(made);
  expect(after).toMatchObject({
    ...{ status: "in_review", contentVersion: 2, submittedAt: LATER, validUntil: endOfDay(LATER, 1) },
    versions: [before, { number: 2, advice: "已更正剂量。", signedAt: LATER }],
  });
  expect(after.versions[1]?.contentSha256).not.toBe(before?.contentSha256);
  const lastMessage = await db().message.findFirstOrThrow({
    where: { consultationId: made.id },
    orderBy: { seq: "desc" },
  });
  expect(JSON.parse(lastMessage.body)).toMatchObject({ code: "prescription_revised", params: { version: 2 } });
  expect(
    await db().auditEvent.findFirst({ where: { action: "prescription.revise", subjectId: made.prescriptionId } }),
  ).toMatchObject({ patientId: made.patientId, detail: { from: "returned", to: "in_review", version: 2 } });
});

test("a corrected prescription is screened like the first (R17)", async () => {
  const made = await returned();
  const items = (await content()).items.map((item) => ({ ...item, days: 85 }));
  await expect(correct(made.doctor, made, { items })).rejects.toMatchObject({ code: "supply_too_long", rule: "R17" });
  expect(await stored(made)).toMatchObject({ status: "returned", contentVersion: 1 });
});

test("a doctor who stands by a prescription signs the same content again, with the reason (R18)", async () => {
  const made = await returned();
  await confirm(made.doctor, made);
  const { status, versions } = await stored(made);
  expect(status).toBe("in_review");
  const [first, second] = versions;
  expect(second).toMatchObject({
    ...{ number: 2, advice: first?.advice, diagnosisText: first?.diagnosisText },
    items: first?.items.map(({ id, versionId, ...item }) => item),
  });
  expect(await purposes(second?.id)).toEqual(["double_sign", "prescribe"]);
  expect(await db().auditEvent.findFirst({ where: { action: "prescription.double_sign" } })).toMatchObject({
    detail: { version: 2, isDoubleSigned: true },
  });
});

test("what the record has learned since then still stops a second signature (R19)", async () => {
  const made = await returned();
  const allergy = { kind: "allergy" as const, display: "Allergy to levothyroxine", fhirId: "new", detail: {} };
  await db().recordEntry.create({ data: { ...allergy, patientId: made.patientId } });
  await expect(confirm(made.doctor, made)).rejects.toMatchObject({ code: "allergy_conflict", rule: "R19" });
});

test("the pharmacist may send it back after the conversation is over, and the doctor still corrects it", async () => {
  const made = await returned();
  await db().consultation.update({ where: { id: made.id }, data: { status: "finished" } });
  await correct(made.doctor, made);
  expect(await stored(made)).toMatchObject({ status: "in_review" });
});

describe.each([
  ["correcting", correct],
  ["signing twice", confirm],
])("%s", (_, act) => {
  test("belongs to the doctor who prescribed", async () => {
    const made = await returned();
    const colleague = (await followUp()).doctor;
    await expect(act(colleague, made)).rejects.toMatchObject({ code: "not_found" });
    await expect(act(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(made)).toMatchObject({ status: "returned", contentVersion: 1 });
  });
  test("waits for the pharmacist's return", async () => {
    const made = await prescribed();
    await expect(act(made.doctor, made)).rejects.toMatchObject({ code: "conflict" });
  });
  test("is done once by two windows at once", async () => {
    const made = await returned();
    const tries = await Promise.allSettled([
      act(made.doctor, made),
      act(made.doctor, made),
      correct(made.doctor, made),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored(made)).versions).toHaveLength(2);
  });
});

test("an expired prescription is not confirmed any more (R15)", async () => {
  const made = await returned();
  await expect(confirm(made.doctor, made, addDays(NOON, 1))).rejects.toMatchObject({
    code: "prescription_expired",
    rule: "R15",
  });
});
