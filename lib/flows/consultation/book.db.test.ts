import { afterEach, expect, test, vi } from "vitest";
import { saveDraft } from "@/lib/commands/draft/save";
import { db } from "@/lib/db/client";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { type Applicant, applicant, type Offer, offer } from "@/lib/testing/applicant";
import { NOON, person, upload } from "@/lib/testing/consultation";
import { hospitalIsDown, hospitalKnows } from "@/lib/testing/his";
import { bookWithFreshRecord } from "./book";

type Change = Partial<Parameters<typeof bookWithFreshRecord>[1]>;

const intake = {
  ...{ sinceCount: 3, sinceUnit: "days" as const, course: "same" as const, allergies: "none" as const },
  ...{ organs: "none" as const, pregnancy: "no" as const, needsToday: "no" as const },
};

const book = (one: Applicant, where: Offer, change: Change = {}, now = NOON) => {
  const { offeringId, consentTextId, consentSha256 } = where;
  const form = { offeringId, consentTextId, consentSha256, patientId: one.patientId, isAgreed: "on" as const };
  const answers = {
    redFlags: { chest_pain: "no" as const },
    symptoms: "血压控制良好，想继续用药。",
    intake,
    pictureIds: [],
  };
  return bookWithFreshRecord({ actor: one.account, now }, { ...form, ...answers, ...change });
};
const taken = async ({ offeringId }: Offer) => (await db().doctorDay.findFirst({ where: { offeringId } }))?.taken ?? 0;
const bookings = (one: Applicant) => db().consultation.findMany({ where: { patientId: one.patientId } });

afterEach(() => vi.unstubAllGlobals());

test("R1, R2, R4, R7: a follow-up holds its visit, a place, the consent and the pictures, and awaits payment", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  const pictureIds = [await upload(one.account), await upload(one.account)];
  const { id } = await book(one, where, { pictureIds });
  expect(
    await db().consultation.findUniqueOrThrow({ where: { id }, include: { events: true, files: true } }),
  ).toMatchObject({
    ...{ status: "awaiting_payment", feeFen: 3000, accountId: one.account.accountId, doctorId: where.doctor.accountId },
    ...{
      visitFhirId: "visit-3",
      visitAt: addDays(NOON, -3),
      visitDiagnosis: "I10",
      consentSha256: where.consentSha256,
    },
    ...{ dueAt: addMinutes(NOON, 30), placeDay: new Date("2026-11-23T00:00:00.000Z") },
    events: [{ event: "book", toStatus: "awaiting_payment", actorId: one.account.accountId }],
    files: pictureIds.map((pictureId) => ({ id: pictureId })),
  });
  expect(
    await db().consent.findMany({ where: { text: { kind: "informed_consent" }, patientId: one.patientId } }),
  ).toMatchObject([{ consentTextId: where.consentTextId, sha256: where.consentSha256, agreedAt: NOON }]);
  expect(await taken(where)).toBe(1);
  expect(await db().auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    action: "consultation.book",
    patientId: one.patientId,
    detail: { service: "follow_up", suitability: "common", pictures: 2 },
  });
});

test("R1: what is on neither list is booked, and left to the doctor", async () => {
  const [one, where] = await Promise.all([applicant({ diagnosis: "Q99.9" }), offer()]);
  const { id } = await book(one, where);
  expect(await db().consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ visitUnlisted: true });
});

test.each([
  ["R4: no card is linked", { isLinked: false }, { code: "card_not_linked", rule: "R4" }],
  ["R1: a first visit", { visits: [] }, { code: "first_visit", rule: "R1" }],
  [
    "R2: the last visit is 16 days ago",
    { visits: [16] },
    { code: "no_recent_record", rule: "R2", params: { days: 15, last: "2026-11-07" } },
  ],
  ["R3: the diagnosis is hard to treat", { diagnosis: "I21.9" }, { code: "condition_not_suitable", rule: "R3" }],
])("%s: no follow-up, and no place is taken", async (_, wanted, refusal) => {
  const [one, where] = await Promise.all([applicant(wanted), offer()]);
  await expect(book(one, where)).rejects.toMatchObject(refusal);
  expect(await bookings(one)).toEqual([]);
  expect(await taken(where)).toBe(0);
});

test("what was kept while it was typed goes away with the booking, and only then", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  const { patientId } = one;
  const draft = { patientId, offeringId: where.offeringId, version: 0, fields: {}, pictureIds: [] };
  await saveDraft({ actor: one.account, now: NOON }, draft);
  await expect(book(one, where, { redFlags: {} })).rejects.toMatchObject({ code: "red_flags_unanswered" });
  expect(await db().bookingDraft.count({ where: { patientId } })).toBe(1);
  await book(one, where);
  expect(await db().bookingDraft.count({ where: { patientId } })).toBe(0);
});

test("R24: a follow-up asks whether medicine is needed today", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  await expect(book(one, where, { intake: { ...intake, needsToday: undefined } })).rejects.toMatchObject({
    fields: { "intake.needsToday": "answer_missing" },
  });
  const { id } = await book(one, where, { intake: { ...intake, needsToday: "yes" } });
  const { intake: told } = await db().consultation.findUniqueOrThrow({ where: { id } });
  expect(told).toMatchObject({ needsToday: "yes" });
});

test("an online consultation needs neither card nor record", async () => {
  const [one, where] = await Promise.all([applicant({ isLinked: false }), offer({ service: "consultation" })]);
  await book(one, where);
  expect(await bookings(one)).toMatchObject([{ service: "consultation", visitFhirId: null }]);
});

test("R3: a red flag ends the application: nothing is kept but that it did", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  await expect(book(one, where, { redFlags: { chest_pain: "yes" } })).rejects.toMatchObject({
    code: "red_flag",
    rule: "R3",
  });
  expect(await bookings(one)).toEqual([]);
  const audit = await db().auditEvent.findFirst({ where: { subjectId: where.offeringId } });
  expect(audit).toMatchObject({ isAllowed: false, detail: { reason: "red_flag", answers: 1 } });
  expect(JSON.stringify(audit?.detail)).not.toContain("chest");
});

test("R3: an unanswered red-flag question is asked again", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  await expect(book(one, where, { redFlags: {} })).rejects.toMatchObject({
    code: "red_flags_unanswered",
    fields: { "redFlags.chest_pain": "answer_missing" },
  });
});

test.each([
  ["another text", { consentTextId: "0199c0de-0000-7000-8000-000000000001" }],
  ["another wording", { consentSha256: "f".repeat(64) }],
])("R7: consent to %s than the current one is asked for again", async (_, change) => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  await expect(book(one, where, change)).rejects.toMatchObject({ code: "consent_outdated", rule: "R7" });
});

test.each([
  ["a doctor who stopped taking patients", { isAccepting: false }, "doctor_not_accepting"],
  ["an offering without a fee", { feeFen: 0 }, "not_offered"],
  ["a day without places", { places: 0 }, "no_place_left"],
])("%s is not booked", async (_, wanted, code) => {
  const [one, where] = await Promise.all([applicant(), offer(wanted)]);
  await expect(book(one, where)).rejects.toMatchObject({ code });
});

test("of eight patients who want the last two places at once, two get them", async () => {
  const where = await offer({ places: 2 });
  const people = await Promise.all(Array.from({ length: 8 }, () => applicant()));
  const results = await Promise.allSettled(people.map((one) => book(one, where)));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(Array(6).fill("no_place_left"));
  expect(await taken(where)).toBe(2);
});

test("pressing twice at the same time books once, and takes one place", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  const results = await Promise.allSettled([book(one, where), book(one, where)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "already_booked" } });
  expect(await taken(where)).toBe(1);
});

test("pictures of somebody else, or sent before, are not bound", async () => {
  const [one, where, stranger] = await Promise.all([applicant(), offer(), person("patient")]);
  await expect(book(one, where, { pictureIds: [await upload(stranger)] })).rejects.toMatchObject({
    code: "picture_unknown",
  });
  expect(await bookings(one)).toEqual([]);
  expect(await taken(where)).toBe(0);
});

test("nobody books for a person of another account, and staff book for nobody", async () => {
  const [one, where, stranger, doctor] = await Promise.all([applicant(), offer(), person("patient"), person("doctor")]);
  await expect(book({ ...one, account: stranger }, where)).rejects.toMatchObject({ code: "not_found" });
  await expect(book({ ...one, account: doctor }, where)).rejects.toMatchObject({ code: "forbidden" });
});

test("R2: a record older than ten minutes is fetched first, so that yesterday's visit counts", async () => {
  const [one, where] = await Promise.all([applicant({ visits: [40] }), offer()]);
  const later = addMinutes(NOON, 11);
  hospitalKnows(one, { visits: [addDays(NOON, -1)] });
  const { id } = await book(one, where, {}, later);
  expect(await db().consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ visitFhirId: "fetched-0" });
});

test("R2: with the hospital's server down, a stored record that qualifies counts; one that does not waits", async () => {
  const [qualifies, doesNot, where] = await Promise.all([applicant(), applicant({ visits: [40] }), offer()]);
  const later = addMinutes(NOON, 11);
  hospitalIsDown();
  await book(qualifies, where, {}, later);
  await expect(book(doesNot, where, {}, later)).rejects.toMatchObject({ code: "record_unavailable" });
  expect(await taken(where)).toBe(1);
});

test("R1: a chosen visit is the one that is followed up", async () => {
  const [one, where] = await Promise.all([applicant({ visits: [3, 9] }), offer()]);
  const { id } = await book(one, where, { visitId: "visit-9" });
  expect(await db().consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ visitAt: addDays(NOON, -9) });
});
