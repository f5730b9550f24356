import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes, endOfDay } from "@/lib/domain/calendar";
import { CLAIM_MINUTES } from "@/lib/domain/prescription";
import { reviewPoints } from "@/lib/domain/review";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { prescribed } from "@/lib/testing/prescribing";
import { approvePrescription } from "./approve";
import { claimPrescription } from "./claim";
import { refusePrescription } from "./refuse";
import { releasePrescription } from "./release";
import { returnPrescription } from "./return";

const points = reviewPoints.map(({ code }) => code);
let first: Person;
let second: Person;

beforeAll(async () => {
  first = await person("pharmacist");
  second = await person("head_pharmacist");
});

const claimed = async (by: Person) => {
  const made = await prescribed();
  await transact({ actor: by, now: NOON }, claimPrescription, { prescriptionId: made.prescriptionId });
  return made;
};

const stateOf = (id: string) =>
  db().prescription.findUniqueOrThrow({ where: { id }, select: { status: true, approvedAt: true, claimedById: true } });

test("R12: a pharmacist who claimed a prescription approves it; the patient is told and the decision is on record", async () => {
  const { prescriptionId, patient } = await claimed(first);
  await transact({ actor: first, now: NOON }, approvePrescription, { prescriptionId, points, seen: 1, pin: PIN });
  expect(await stateOf(prescriptionId)).toEqual({ status: "approved", approvedAt: NOON, claimedById: null });
  const review = await db().prescriptionReview.findFirstOrThrow({ where: { prescriptionId } });
  expect(review).toMatchObject({ decision: "approved", reviewerId: first.accountId, checkedPoints: points });
  expect(await db().notice.count({ where: { accountId: patient.accountId, kind: "prescription_approved" } })).toBe(1);
  expect(await db().auditEvent.count({ where: { subjectId: prescriptionId, action: "prescription.approve" } })).toBe(1);
});

test("two pharmacists claim one prescription at once: one gets it, the other is told", async () => {
  const { prescriptionId } = await prescribed();
  const results = await Promise.allSettled(
    [first, second].map((actor) => transact({ actor, now: NOON }, claimPrescription, { prescriptionId })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a claim ends by itself after its minutes, and can be laid back before", async () => {
  const { prescriptionId } = await claimed(first);
  const claim = (now: Date) => transact({ actor: second, now }, claimPrescription, { prescriptionId });
  await expect(claim(addMinutes(NOON, CLAIM_MINUTES - 1))).rejects.toMatchObject({ code: "claimed_by_other" });
  await transact({ actor: first, now: NOON }, releasePrescription, { prescriptionId });
  await claim(NOON);
  await expect(
    transact({ actor: first, now: addMinutes(NOON, CLAIM_MINUTES) }, claimPrescription, { prescriptionId }),
  ).resolves.toBeDefined();
});

test("without holding the claim nobody decides", async () => {
  const { prescriptionId } = await claimed(first);
  const decide = transact({ actor: second, now: NOON }, approvePrescription, {
    prescriptionId,
    points,
    seen: 1,
    pin: PIN,
  });
  await expect(decide).rejects.toMatchObject({ code: "claim_needed" });
  expect(await db().prescriptionReview.count({ where: { prescriptionId } })).toBe(0);
});

test("R20: approve and return sent at once leave one decision", async () => {
  const { prescriptionId } = await claimed(first);
  const results = await Promise.allSettled([
    transact({ actor: first, now: NOON }, approvePrescription, { prescriptionId, points, seen: 1, pin: PIN }),
    transact({ actor: first, now: NOON }, returnPrescription, {
      seen: 1,
      prescriptionId,
      reasonCode: "dose",
      note: "剂量请再核对。",
    }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().prescriptionReview.count({ where: { prescriptionId } })).toBe(1);
});

test("R20: whoever prescribed does not review, and a doctor's role does not reach here at all", async () => {
  const { prescriptionId, doctor } = await prescribed();
  const asPharmacist = { ...doctor, role: "pharmacist" as const };
  await expect(
    transact({ actor: asPharmacist, now: NOON }, claimPrescription, { prescriptionId }),
  ).rejects.toMatchObject({ code: "claimed_by_other" });
  await expect(
    transact({ actor: asPharmacist, now: NOON }, approvePrescription, { prescriptionId, points, seen: 1, pin: PIN }),
  ).rejects.toMatchObject({ code: "reviewer_is_prescriber", rule: "R20" });
  await expect(transact({ actor: doctor, now: NOON }, claimPrescription, { prescriptionId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("R15: a prescription past its day cannot be approved any more", async () => {
  const { prescriptionId } = await prescribed();
  const late = addMinutes(endOfDay(NOON), 1);
  await transact({ actor: first, now: late }, claimPrescription, { prescriptionId });
  await expect(
    transact({ actor: first, now: late }, approvePrescription, { prescriptionId, points, seen: 1, pin: PIN }),
  ).rejects.toMatchObject({ code: "prescription_expired", rule: "R15" });
});

test("R19: returned, it goes to the doctor with its reason; refused, it is over for good and both are told", async () => {
  const back = await claimed(first);
  await transact({ actor: first, now: NOON }, returnPrescription, {
    seen: 1,
    prescriptionId: back.prescriptionId,
    reasonCode: "interaction",
    note: "与华法林有相互作用，请调整。",
  });
  expect((await stateOf(back.prescriptionId)).status).toBe("returned");
  const over = await claimed(second);
  await transact({ actor: second, now: NOON }, refusePrescription, {
    seen: 1,
    prescriptionId: over.prescriptionId,
    note: "存在配伍禁忌。",
  });
  expect((await stateOf(over.prescriptionId)).status).toBe("refused");
  const kinds = await db().notice.findMany({
    where: { accountId: { in: [back.doctor.accountId, over.doctor.accountId, over.patient.accountId] } },
    select: { kind: true },
  });
  expect(
    kinds
      .map(({ kind }) => kind)
      .filter((kind) => /returned|refused/.test(kind))
      .sort(),
  ).toEqual(["prescription_refused", "prescription_refused", "prescription_returned"]);
  await expect(
    transact({ actor: second, now: NOON }, claimPrescription, { prescriptionId: over.prescriptionId }),
  ).rejects.toMatchObject({ code: "claimed_by_other" });
});
