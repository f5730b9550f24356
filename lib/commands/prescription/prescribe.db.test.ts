import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { isSigned } from "@/lib/db/signing/algorithms";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes, endOfDay } from "@/lib/domain/calendar";
import type { PrescriptionContent } from "@/lib/domain/prescription-input";
import { citation } from "@/lib/domain/rules";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { followUp, pad, seededMedicine } from "@/lib/testing/prescribing";
import { prescribe } from "./prescribe";

const lineOf = async (code: string, more: object = {}): Promise<PrescriptionContent["items"][number]> => ({
  ...{
    medicineId: (await seededMedicine(code)).id,
    dose: 1,
    frequency: "qd",
    route: "oral",
    timing: "",
    days: 7,
    note: "",
  },
  ...more,
});
const attempt = async (actor: Person, talk: Talk, more: Partial<PrescriptionContent> = {}) =>
  transact({ actor, now: NOON }, prescribe, await pad(talk, more));
const written = (talk: Talk) =>
  db().prescription.findMany({
    where: { consultationId: talk.id },
    include: { versions: { include: { items: { orderBy: { position: "asc" } } } } },
  });

test("a doctor prescribes: signed, in review, in the chat, on the pharmacists' desk, in the audit", async () => {
  const talk = await followUp();
  const { id: medicineId, priceFen } = await seededMedicine("M001");
  const { id, number } = await attempt(talk.doctor, talk, { validDays: 3 });
  const [prescription, ...others] = await written(talk);
  expect(others).toEqual([]);
  expect(prescription).toMatchObject({
    ...{ id, number, status: "in_review", contentVersion: 1, submittedAt: NOON, validUntil: endOfDay(NOON, 2) },
    ...{ accountId: talk.patient.accountId, patientId: talk.patientId, doctorId: talk.doctor.accountId },
    versions: [
      {
        ...{ number: 1, prescriberId: talk.doctor.accountId, diagnosisCodes: ["I10"], validDays: 3, isScreened: true },
        items: [{ position: 1, medicineId, doseUnit: "tablet", packs: 1, unitPriceFen: priceFen, days: 7 }],
      },
    ],
  });
  expect(await db().message.findMany({ where: { consultationId: talk.id } })).toMatchObject([
    { seq: 1, kind: "prescription", prescriptionId: id, senderId: talk.doctor.accountId },
  ]);
  expect(
    await db().outbox.findFirst({ where: { payload: { path: ["channel"], equals: "private-desk-review" } } }),
  ).not.toBe(null);
  expect(await db().auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    ...{ action: "prescription.prescribe", patientId: talk.patientId, actorId: talk.doctor.accountId },
    detail: { medicines: 1, findings: 0, isScreened: true, isOverridden: false, isDoubleSigned: false },
  });
  expect(await db().notice.count({ where: { accountId: talk.patient.accountId } })).toBe(0);
});

test(`R33 (${citation("R33", "en").text}): what is signed is what is stored: content, patient, version and time, under the doctor's own key`, async () => {
  const talk = await followUp();
  await attempt(talk.doctor, talk, {
    items: [await lineOf("M001", { dose: 1.5, timing: "empty_stomach" })],
    weightKg: 61.5,
  });
  const [prescription] = await written(talk);
  const version = prescription?.versions[0] ?? expect.fail();
  const [signature, ...others] = await db().signature.findMany({
    where: { versionId: version.id },
    include: { key: true },
  });
  expect(others).toEqual([]);
  const { statement, value, key, signerId } = signature ?? expect.fail();
  expect(signerId).toBe(talk.doctor.accountId);
  expect(version.contentSha256).toBe(createHash("sha256").update(statement).digest("hex"));
  const { name } = await db().patient.findUniqueOrThrow({ where: { id: talk.patientId } });
  expect(JSON.parse(statement)).toMatchObject({
    ...{ prescriptionNumber: prescription?.number, version: 1, prescriberId: talk.doctor.accountId, weightKg: "61.5" },
    ...{ patient: { id: talk.patientId, name }, signedAt: NOON.toISOString() },
    items: [{ dose: "1.5", timing: "empty_stomach", packs: 1 }],
  });
  expect(isSigned(key, statement, value)).toBe(true);
  expect(isSigned(key, statement.replace('"1.5"', '"2.5"'), value)).toBe(false);
});

describe("the PIN opens the doctor's own key, and nothing else does (R33)", () => {
  const withPin = async (talk: Talk, pin: string, now = NOON) =>
    transact({ actor: talk.doctor, now }, prescribe, { ...(await pad(talk)), pin });
  test("a wrong one signs nothing; after five it waits, even for the right one", async () => {
    const talk = await followUp();
    for (let miss = 0; miss < 5; miss++)
      await expect(withPin(talk, "999999")).rejects.toMatchObject({ code: "pin_wrong" });
    await expect(withPin(talk, PIN)).rejects.toMatchObject({ code: "too_many" });
    expect(await written(talk)).toEqual([]);
    await withPin(talk, PIN, addMinutes(NOON, 16));
    expect(await written(talk)).toHaveLength(1);
  });
  test("a doctor without a key is told to set a PIN", async () => {
    const talk = await followUp();
    await db().signingKey.updateMany({ where: { accountId: talk.doctor.accountId }, data: { retiredAt: NOON } });
    await expect(withPin(talk, PIN)).rejects.toMatchObject({ code: "signing_key_missing", rule: "R33" });
  });
  test("a key copied to another account does not open there", async () => {
    const [talk, other] = [await followUp(), await followUp()];
    const { keySealed } = await db().signingKey.findFirstOrThrow({ where: { accountId: other.doctor.accountId } });
    await db().signingKey.updateMany({ where: { accountId: talk.doctor.accountId }, data: { keySealed } });
    await expect(withPin(talk, PIN)).rejects.toMatchObject({ code: "pin_wrong" });
  });
});

describe("a warning that was answered", () => {
  test("a major interaction with a running medicine passes with its reason, and stays with the prescription (R19)", async () => {
    const talk = await followUp({ record: [{ kind: "medication", display: "华法林", mappedCode: "B01AA03" }] });
    const items = [await lineOf("M029")];
    const finding = `interaction ${items[0]?.medicineId} 华法林`;
    const overrides = [
      { finding, reason: "短期使用，三天后复查 INR" },
      { finding: "nobody asked", reason: "多余的理由" },
    ];
    await expect(attempt(talk.doctor, talk, { items })).rejects.toMatchObject({ code: "override_reason_missing" });
    await attempt(talk.doctor, talk, { items, overrides });
    const [prescription] = await written(talk);
    expect(prescription?.versions[0]).toMatchObject({
      overrides: [{ finding, reason: "短期使用，三天后复查 INR" }],
      findings: [{ code: "interaction", severity: "reason", rule: "R19", params: { grade: "major", with: "华法林" } }],
    });
  });
  test("a record that could not be mapped marks the prescription as partly not screened (R21)", async () => {
    const talk = await followUp({ record: [{ kind: "medication", display: "自购保健品" }] });
    await attempt(talk.doctor, talk);
    expect((await written(talk))[0]?.versions[0]).toMatchObject({ isScreened: false });
  });
  test("four weeks of a running medicine pass with the reason of a chronic disease (R16)", async () => {
    const talk = await followUp();
    await attempt(talk.doctor, talk, { items: [await lineOf("M001", { days: 28 })], supplyReason: "甲减长期稳定用药" });
    expect(await written(talk)).toHaveLength(1);
  });
});

describe("what is refused, with its rule, leaves nothing behind", () => {
  type Case = [string, { record?: object[]; birthDay?: string }, () => Promise<Partial<PrescriptionContent>>, object];
  test.each<Case>([
    [
      "a psychotropic (R13)",
      {},
      async () => ({ items: [await lineOf("M055")] }),
      { code: "medicine_controlled", rule: "R13" },
    ],
    [
      "a narcotic (R13)",
      {},
      async () => ({ items: [await lineOf("M056")] }),
      { code: "medicine_controlled", rule: "R13" },
    ],
    ["a precursor (R13)", {}, async () => ({ items: [await lineOf("M057", { route: "nasal" })] }), { rule: "R13" }],
    [
      "six medicines (R14)",
      {},
      async () => ({
        items: await Promise.all(["M001", "M004", "M013", "M022", "M025", "M030"].map((code) => lineOf(code))),
        ...{ supplyReason: "慢性病用药" },
      }),
      { code: "too_many_medicines", rule: "R14" },
    ],
    [
      "a diagnosis nobody knows (R14)",
      {},
      async () => ({ diagnosisCodes: ["Q99"] }),
      { code: "diagnosis_unknown", rule: "R14" },
    ],
    ["four days of validity (R15)", {}, async () => ({ validDays: 4 }), { code: "valid_days_too_long", rule: "R15" }],
    [
      "eight days without a reason (R16)",
      {},
      async () => ({ items: [await lineOf("M001", { days: 8 })] }),
      { rule: "R16" },
    ],
    [
      "thirteen weeks, even with a reason (R17)",
      {},
      async () => ({ items: [await lineOf("M001", { days: 91 })], supplyReason: "慢性病用药" }),
      { code: "supply_too_long", rule: "R17" },
    ],
    [
      "a dose above the label without a second signature (R18)",
      {},
      async () => {
        const line = await lineOf("M001", { dose: 9 });
        const overrides = ["single_dose", "daily_dose"].map((code) => ({
          ...{ finding: `${code} ${line.medicineId}`, reason: "监测 TSH 后加量" },
        }));
        return { items: [line], overrides };
      },
      { code: "second_signature_missing", rule: "R18" },
    ],
    [
      "a penicillin for somebody who is allergic to it (R19)",
      { record: [{ kind: "allergy", display: "Allergy to penicillin", code: "91936005" }] },
      async () => ({ items: [await lineOf("M031")] }),
      { code: "allergy_conflict", rule: "R19" },
    ],
    [
      "five weeks without an assessment (R17)",
      {},
      async () => ({ items: [await lineOf("M001", { days: 35 })], supplyReason: "慢性病用药" }),
      { code: "assessment_missing", rule: "R17" },
    ],
    [
      "an antimicrobial for ten days without a chronic infection (R17)",
      {},
      async () => ({ items: [await lineOf("M080", { days: 10 })], supplyReason: "疗程需要" }),
      { code: "long_term_barred", rule: "R17" },
    ],
    [
      "what pregnancy forbids, as the doctor knows of it (R19)",
      {},
      async () => ({ items: [await lineOf("M120", { frequency: "weekly" })], states: ["pregnant"] }),
      { code: "contraindicated", rule: "R19" },
    ],
    [
      "what a diagnosis of the record forbids (R19)",
      { record: [{ kind: "condition", display: "Asthma", mappedCode: "J45.9" }] },
      async () => ({ items: [await lineOf("M070")] }),
      { code: "contraindicated", rule: "R19" },
    ],
    [
      "a child's dose by weight without the weight (R14)",
      { birthDay: "2018-01-01" },
      async () => ({ items: [await lineOf("M029", { frequency: "tid" })] }),
      { code: "weight_missing", rule: "R14" },
    ],
    [
      "decoction pieces beside a tablet (R14)",
      {},
      async () => ({ items: [await lineOf("M001"), await lineOf("M147", { dose: 10 })] }),
      { code: "tcm_mixed", rule: "R14" },
    ],
    ["a child under six without the guardian (R9)", { birthDay: "2022-01-01" }, async () => ({}), { rule: "R9" }],
    [
      "a medicine that has left the formulary",
      {},
      async () => ({ items: [await lineOf("M001", { medicineId: "0190a0b0-0000-7000-8000-000000000000" })] }),
      { code: "medicine_unavailable" },
    ],
  ])("%s", async (_, wanted, more, refusal) => {
    const talk = await followUp(wanted as Parameters<typeof followUp>[0]);
    await expect(attempt(talk.doctor, talk, await more())).rejects.toMatchObject(refusal);
    expect(await written(talk)).toEqual([]);
    expect(await db().message.count({ where: { consultationId: talk.id } })).toBe(0);
  });

  test("an online consultation can never prescribe (R1)", async () => {
    const talk = await consultation();
    await expect(attempt(talk.doctor, talk)).rejects.toMatchObject({ code: "not_follow_up", rule: "R1" });
  });
  test("another doctor's consultation is not there, and a patient may not at all", async () => {
    const talk = await followUp();
    const colleague = (await followUp()).doctor;
    await expect(attempt(colleague, talk)).rejects.toMatchObject({ code: "not_found" });
    await expect(attempt(talk.patient, talk)).rejects.toMatchObject({ code: "forbidden" });
    await expect(attempt(await person("pharmacist"), talk)).rejects.toMatchObject({ code: "forbidden" });
    expect(await written(talk)).toEqual([]);
  });
  test.each(["waiting", "finished", "referred_offline"] as const)("a consultation that is %s", async (status) => {
    const talk = await followUp({ status });
    await expect(attempt(talk.doctor, talk)).rejects.toMatchObject({ code: "conflict" });
    expect(await written(talk)).toEqual([]);
  });
});

test("the same pad sent twice at once prescribes once", async () => {
  const talk = await followUp();
  const tries = await Promise.allSettled([1, 2, 3].map(() => attempt(talk.doctor, talk)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const each of tries) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "conflict" });
  expect(await written(talk)).toHaveLength(1);
  expect(await db().message.count({ where: { consultationId: talk.id } })).toBe(1);
});
