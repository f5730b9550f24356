import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { CLAIM_MINUTES } from "@/lib/domain/prescription";
import { reviewPoints } from "@/lib/domain/review";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { content, prescribed } from "@/lib/testing/prescribing";
import { withRival } from "@/lib/testing/rival";
import { approvePrescription } from "./approve";
import { claimPrescription } from "./claim";
import { refusePrescription } from "./refuse";
import { releasePrescription } from "./release";
import { returnPrescription } from "./return";
import { revise } from "./revise";
import { voidPrescription } from "./void";

type Made = Awaited<ReturnType<typeof prescribed>>;
const points = reviewPoints.map(({ code }) => code);
const NOTE = "请核对每日剂量";

const claim = (actor: Person, { prescriptionId }: Made, now = NOON) =>
  transact({ actor, now }, claimPrescription, { prescriptionId });
const release = (actor: Person, { prescriptionId }: Made, now = NOON) =>
  transact({ actor, now }, releasePrescription, { prescriptionId });
const approve = (actor: Person, { prescriptionId }: Made, now = NOON, seen = 1) =>
  transact({ actor, now }, approvePrescription, { prescriptionId, points, seen, pin: PIN });
const giveBack = (actor: Person, { prescriptionId }: Made, now = NOON) =>
  transact({ actor, now }, returnPrescription, { prescriptionId, seen: 1, reasonCode: "dose", note: NOTE });
const refuse = (actor: Person, { prescriptionId }: Made, now = NOON) =>
  transact({ actor, now }, refusePrescription, { prescriptionId, seen: 1, note: NOTE });

const stored = ({ prescriptionId }: Made) =>
  db().prescription.findUniqueOrThrow({
    where: { id: prescriptionId },
    include: { reviews: { orderBy: { at: "asc" } }, versions: { orderBy: { number: "asc" }, select: { id: true } } },
  });
const noticesOf = ({ accountId }: Person) => db().notice.findMany({ where: { accountId } });
const lastSaid = async ({ id }: Made) =>
  JSON.parse((await db().message.findFirstOrThrow({ where: { consultationId: id }, orderBy: { seq: "desc" } })).body);
const auditOf = ({ prescriptionId }: Made, action: string) =>
  db().auditEvent.findMany({ where: { action, subjectId: prescriptionId } });

/** A prescription under review that a pharmacist holds from noon on. */
async function held(): Promise<Made & { readonly pharmacist: Person }> {
  const [made, pharmacist] = await Promise.all([prescribed(), person("pharmacist")]);
  await claim(pharmacist, made);
  return { ...made, pharmacist };
}

test("a pharmacist approves: in effect, with who looked at what, in the chat, told to the patient, in the audit (R12)", async () => {
  const made = await held();
  await approve(made.pharmacist, made);
  const { number, versions, ...after } = await stored(made);
  expect(after).toMatchObject({
    ...{ status: "approved", approvedAt: NOON, claimedById: null, claimedUntil: null, closedAt: null },
    reviews: [
      {
        ...{ decision: "approved", reviewerId: made.pharmacist.accountId, prescriberId: made.doctor.accountId },
        ...{ versionId: versions[0]?.id, checkedPoints: points, reasonCode: null, at: NOON },
      },
    ],
  });
  expect(await lastSaid(made)).toEqual({ code: "prescription_approved", params: { number } });
  expect(await noticesOf(made.patient)).toMatchObject([
    { kind: "prescription_approved", params: { number }, path: `/patient/prescriptions/${made.prescriptionId}` },
  ]);
  expect(await noticesOf(made.doctor)).toEqual([]);
  expect(await auditOf(made, "prescription.approve")).toMatchObject([
    {
      ...{ actorId: made.pharmacist.accountId, actorRole: "pharmacist", patientId: made.patientId, isAllowed: true },
      detail: { version: 1, to: "approved" },
    },
  ]);
  const changed = { channel: `presence-consultation-${made.id}`, event: "changed", data: { id: made.id } };
  expect(await db().outbox.count({ where: { payload: { equals: changed } } })).toBe(1);
});

test("a pharmacist returns it with a coded reason: the doctor is told, the patient is not", async () => {
  const made = await held();
  await giveBack(made.pharmacist, made);
  const { number, ...after } = await stored(made);
  expect(after).toMatchObject({
    ...{ status: "returned", claimedById: null, approvedAt: null, closedAt: null },
    reviews: [{ decision: "returned", reasonCode: "dose", note: NOTE, checkedPoints: [] }],
  });
  expect(await lastSaid(made)).toEqual({ code: "prescription_returned", params: { number } });
  expect(await noticesOf(made.doctor)).toMatchObject([
    { kind: "prescription_returned", params: { number }, path: `/doctor/prescriptions/${made.prescriptionId}` },
  ]);
  expect(await noticesOf(made.patient)).toEqual([]);
  expect(await auditOf(made, "prescription.return")).toHaveLength(1);
});

test("a pharmacist refuses it for good: closed with the reason, and both sides are told without a clinical word", async () => {
  const made = await held();
  await refuse(made.pharmacist, made);
  const { number, ...after } = await stored(made);
  expect(after).toMatchObject({
    ...{ status: "refused", closedAt: NOON, closeReason: NOTE, approvedAt: null },
    reviews: [{ decision: "refused", note: NOTE }],
  });
  for (const side of [made.doctor, made.patient])
    expect(await noticesOf(side)).toMatchObject([{ kind: "prescription_refused", params: { number } }]);
  expect(await auditOf(made, "prescription.refuse")).toHaveLength(1);
  await expect(claim(made.pharmacist, made)).rejects.toMatchObject({ code: "claimed_by_other" });
});

test("a returned prescription that was corrected is version 2, and another pharmacist reviews it anew", async () => {
  const made = await held();
  const [second, later] = [await person("head_pharmacist"), addMinutes(NOON, 30)];
  await giveBack(made.pharmacist, made);
  const corrected = { prescriptionId: made.prescriptionId, pin: PIN, ...(await content({ advice: "已更正剂量。" })) };
  await transact({ actor: made.doctor, now: later }, revise, corrected);
  await claim(second, made, later);
  await expect(approve(second, made, later)).rejects.toMatchObject({ code: "conflict" });
  await approve(second, made, later, 2);
  const { status, contentVersion, reviews, versions } = await stored(made);
  expect({ status, contentVersion }).toEqual({ status: "approved", contentVersion: 2 });
  expect(reviews).toMatchObject([
    { decision: "returned", reviewerId: made.pharmacist.accountId, versionId: versions[0]?.id },
    { decision: "approved", reviewerId: second.accountId, versionId: versions[1]?.id },
  ]);
});

describe("a prescription in hand", () => {
  test("is held longer by whoever holds it", async () => {
    const made = await held();
    const now = addMinutes(NOON, CLAIM_MINUTES - 1);
    await claim(made.pharmacist, made, now);
    expect(await stored(made)).toMatchObject({ claimedUntil: addMinutes(now, CLAIM_MINUTES) });
  });
  test("passes to a colleague when the time has run out, and the first can decide nothing any more", async () => {
    const made = await held();
    const [colleague, now] = [await person("pharmacist"), addMinutes(NOON, CLAIM_MINUTES)];
    await expect(approve(made.pharmacist, made, now)).rejects.toMatchObject({ code: "claim_needed" });
    await claim(colleague, made, now);
    await expect(giveBack(made.pharmacist, made, now)).rejects.toMatchObject({ code: "claim_needed" });
    expect(await stored(made)).toMatchObject({ status: "in_review", claimedById: colleague.accountId, reviews: [] });
  });
  test("is free again at once when it is laid back, which only its holder can do", async () => {
    const made = await held();
    const colleague = await person("pharmacist");
    await expect(release(colleague, made)).rejects.toMatchObject({ code: "conflict" });
    await release(made.pharmacist, made);
    await claim(colleague, made);
    expect(await stored(made)).toMatchObject({ claimedById: colleague.accountId });
    expect(await auditOf(made, "prescription.release")).toHaveLength(1);
  });
});

describe.each([
  ["approving", approve],
  ["returning", giveBack],
  ["refusing", refuse],
])("%s", (_, decide) => {
  test("is the pharmacist's alone", async () => {
    const made = await held();
    for (const other of [made.doctor, made.patient, await person("support"), await person("admin")])
      await expect(decide(other, made)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(made)).toMatchObject({ status: "in_review", reviews: [] });
  });
  test("is never the prescriber's own, in whatever role (R20)", async () => {
    const made = await prescribed();
    const both: Person = { ...made.doctor, role: "pharmacist" };
    await expect(claim(both, made)).rejects.toMatchObject({ code: "claimed_by_other" });
    await db().prescription.update({
      where: { id: made.prescriptionId },
      data: { claimedById: both.accountId, claimedUntil: addMinutes(NOON, CLAIM_MINUTES) },
    });
    await expect(decide(both, made)).rejects.toMatchObject({ code: "reviewer_is_prescriber", rule: "R20" });
    expect(await stored(made)).toMatchObject({ status: "in_review", reviews: [] });
  });
  test("asks for the claim first", async () => {
    const made = await prescribed();
    await expect(decide(await person("pharmacist"), made)).rejects.toMatchObject({ code: "claim_needed" });
    expect(await stored(made)).toMatchObject({ status: "in_review", reviews: [] });
  });
  test("is done once", async () => {
    const made = await held();
    await decide(made.pharmacist, made);
    await expect(decide(made.pharmacist, made)).rejects.toMatchObject({ code: "conflict" });
    expect((await stored(made)).reviews).toHaveLength(1);
  });
});

type Rival = [string, (made: Awaited<ReturnType<typeof held>>) => Promise<unknown>, object];
test.each<Rival>([
  [
    "the same pharmacist returned it",
    (made) => giveBack(made.pharmacist, made),
    { status: "returned", reviews: [{ decision: "returned" }] },
  ],
  [
    "the doctor took it back",
    ({ doctor, prescriptionId }) =>
      transact({ actor: doctor, now: NOON }, voidPrescription, { prescriptionId, reason: "诊断有变" }),
    { status: "voided", reviews: [] },
  ],
  [
    "it was laid back",
    (made) => release(made.pharmacist, made),
    { status: "in_review", claimedById: null, reviews: [] },
  ],
])("an approval that comes just after %s changes nothing", async (_, rival, left) => {
  const made = await held();
  const late = withRival(approvePrescription, () => rival(made));
  const { pharmacist, prescriptionId } = made;
  await expect(
    transact({ actor: pharmacist, now: NOON }, late, { prescriptionId, points, seen: 1, pin: PIN }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await stored(made)).toMatchObject({ ...left, approvedAt: null });
  expect(await auditOf(made, "prescription.approve")).toEqual([]);
});
