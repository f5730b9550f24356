import { expect, test } from "vitest";
import { cancelConsultation } from "@/lib/commands/consultation/cancel";
import { db } from "@/lib/db/client";
import { placesOf } from "@/lib/db/sql/sessions";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays, addMinutes, startOfDay } from "@/lib/domain/calendar";
import { bookWithFreshRecord } from "@/lib/flows/consultation/book";
import { type Applicant, applicant, type Offer, offer } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { endLeave, takeLeave } from "./leave";
import { setDay, unsetDay } from "./set-day";
import { setIntake } from "./set-intake";
import { setWeek } from "./set-week";

// NOON is a Monday, 2026-11-23, twelve o'clock in Chongqing.
const TODAY = "2026-11-23";
const session = (weekday: number, from: number, to: number, places: number) => ({
  weekday,
  fromMinute: from * 60,
  toMinute: to * 60,
  places,
});

const as = (actor: Person, now = NOON) => ({ actor, now });
const week = ({ doctor, offeringId }: Offer, ...sessions: ReturnType<typeof session>[]) =>
  transact(as(doctor), setWeek, { offeringId, sessions });
const places = async ({ offeringId }: Offer, now = NOON) => (await placesOf([offeringId], now))[0];

const intake = {
  ...{ sinceCount: 3, sinceUnit: "days" as const, course: "same" as const, allergies: "none" as const },
  ...{ organs: "none" as const, pregnancy: "no" as const, needsToday: "no" as const },
};

function book(one: Applicant, where: Offer, now = NOON) {
  const { offeringId, consentTextId, consentSha256 } = where;
  const form = { offeringId, consentTextId, consentSha256, patientId: one.patientId, isAgreed: "on" as const };
  const told = {
    redFlags: { chest_pain: "no" as const },
    symptoms: "血压控制良好，想继续用药。",
    intake,
    pictureIds: [],
  };
  return bookWithFreshRecord(as(one.account, now), { ...form, ...told });
}
const booked = (id: string) => db().consultation.findUniqueOrThrow({ where: { id } });

test("only sessions that have not ended count, and the next one is known", async () => {
  const where = await offer();
  await week(where, session(1, 9, 11, 4), session(1, 14, 17, 6), session(2, 9, 11, 3));
  expect(await places(where)).toMatchObject({ today: 6, nextDay: TODAY, nextFrom: 14 * 60 });
  expect(await places(where, startOfDay(TODAY))).toMatchObject({ today: 10, nextFrom: 9 * 60 });
  const evening = addMinutes(NOON, 5 * 60);
  expect(await places(where, evening)).toMatchObject({ today: 0, nextDay: "2026-11-24", nextFrom: 9 * 60 });
  await expect(book(await applicant(), where, evening)).rejects.toMatchObject({ code: "no_place_left" });
});

test("bookings go to the next session with a place, and are numbered in its queue", async () => {
  const [where, ...people] = await Promise.all([offer(), applicant(), applicant(), applicant()]);
  await week(where, session(1, 11, 13, 2), session(1, 14, 17, 1));
  const rows = [];
  for (const one of people) rows.push(await booked((await book(one, where)).id));
  expect(rows.map(({ placeFrom, placeTo, queueNumber }) => [placeFrom, placeTo, queueNumber])).toEqual([
    [660, 780, 1],
    [660, 780, 2],
    [840, 1020, 1],
  ]);
  await expect(book(await applicant(), where)).rejects.toMatchObject({ code: "no_place_left" });
});

test("a cancelled booking gives its place back, and its number to nobody", async () => {
  const [where, first, second] = await Promise.all([offer(), applicant(), applicant()]);
  await week(where, session(1, 11, 13, 1));
  const { id } = await book(first, where);
  await expect(book(second, where)).rejects.toMatchObject({ code: "no_place_left" });
  await transact(as(first.account), cancelConsultation, { consultationId: id });
  expect(await booked((await book(second, where)).id)).toMatchObject({ queueNumber: 2 });
});

test("of many who book at once, sessions with one place each take one each", async () => {
  const where = await offer();
  await week(where, session(1, 11, 13, 1), session(1, 13, 14, 1), session(1, 14, 15, 1));
  const people = await Promise.all(Array.from({ length: 8 }, () => applicant()));
  const results = await Promise.allSettled(people.map((one) => book(one, where)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect(await places(where)).toMatchObject({ today: 0 });
});

test("of two hundred who book at once for the last ten places ten get one, and everybody else is told", async () => {
  const where = await offer({ places: 10 });
  const people: Applicant[] = [];
  for (let round = 0; round < 20; round += 1)
    people.push(...(await Promise.all(Array.from({ length: 10 }, () => applicant()))));
  const results = await Promise.allSettled(people.map((one) => book(one, where)));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(Array(190).fill("no_place_left"));
  const rows = await db().consultation.findMany({
    where: { offeringId: where.offeringId },
    orderBy: { queueNumber: "asc" },
    select: { queueNumber: true },
  });
  expect(rows.map(({ queueNumber }) => queueNumber)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
}, 60_000);

test("a day that is unlike the week: closed, with other places, with one session more", async () => {
  const where = await offer();
  await week(where, session(1, 11, 13, 2));
  const day = (from: number, to: number, count: number) =>
    transact(as(where.doctor), setDay, {
      offeringId: where.offeringId,
      day: TODAY,
      from: from * 60,
      to: to * 60,
      places: count,
    });
  await day(11, 13, 0);
  expect(await places(where)).toMatchObject({ today: 0, nextDay: null });
  await day(11, 12.5, 7);
  await day(18, 20, 3);
  expect(await places(where)).toMatchObject({ today: 10 });
  expect(await places(where, addDays(NOON, 7))).toMatchObject({ today: 2 });
  const extra = await db().sessionException.findFirstOrThrow({
    where: { offeringId: where.offeringId, fromMinute: 1080 },
  });
  await transact(as(where.doctor), unsetDay, { exceptionId: extra.id });
  expect(await places(where)).toMatchObject({ today: 7 });
  await expect(
    transact(as(where.doctor), setDay, { offeringId: where.offeringId, day: "2026-11-22", from: 0, to: 60, places: 1 }),
  ).rejects.toMatchObject({ fields: { day: "day_over" } });
});

test("on leave nobody new is taken, whoever has booked is counted, and back means open again", async () => {
  const [where, one, other] = await Promise.all([offer(), applicant(), applicant()]);
  await book(one, where);
  const leave = { fromDay: TODAY, toDay: "2026-11-24" };
  expect(await transact(as(where.doctor), takeLeave, leave)).toEqual({ booked: 1 });
  expect(await places(where)).toMatchObject({ today: 0, nextDay: "2026-11-25" });
  await expect(book(other, where)).rejects.toMatchObject({ code: "no_place_left" });
  const { id: leaveId } = await db().doctorLeave.findFirstOrThrow({ where: { doctorId: where.doctor.accountId } });
  await transact(as(where.doctor), endLeave, { leaveId });
  await book(other, where);
  await expect(
    transact(as(where.doctor), takeLeave, { fromDay: "2026-11-01", toDay: "2026-11-22" }),
  ).rejects.toMatchObject({
    fields: { toDay: "day_over" },
  });
});

test("stopping the intake works at once", async () => {
  const [where, one] = await Promise.all([offer(), applicant()]);
  await transact(as(where.doctor), setIntake, { isAccepting: "no", openLimit: 3 });
  await expect(book(one, where)).rejects.toMatchObject({ code: "doctor_not_accepting" });
  await transact(as(where.doctor), setIntake, { isAccepting: "yes", openLimit: 3 });
  await book(one, where);
});

test("nobody changes another doctor's times", async () => {
  const [mine, theirs] = await Promise.all([offer(), offer()]);
  const { offeringId } = theirs;
  const run = as(mine.doctor);
  await expect(transact(run, setWeek, { offeringId, sessions: [] })).rejects.toMatchObject({ code: "not_found" });
  const day = { offeringId, day: TODAY, from: 0, to: 60, places: 9 };
  await expect(transact(run, setDay, day)).rejects.toMatchObject({ code: "not_found" });
  await transact(as(theirs.doctor), setDay, day);
  await transact(as(theirs.doctor), takeLeave, { fromDay: TODAY, toDay: TODAY });
  const { id: exceptionId } = await db().sessionException.findFirstOrThrow({ where: { offeringId } });
  const { id: leaveId } = await db().doctorLeave.findFirstOrThrow({ where: { doctorId: theirs.doctor.accountId } });
  await expect(transact(run, unsetDay, { exceptionId })).rejects.toMatchObject({ code: "not_found" });
  await expect(transact(run, endLeave, { leaveId })).rejects.toMatchObject({ code: "not_found" });
  const patient = await person("patient");
  await expect(transact(as(patient), setIntake, { isAccepting: "no", openLimit: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
});
