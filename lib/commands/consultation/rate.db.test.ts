import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { countFigures } from "@/lib/db/sql/doctor-figures";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { figuresShown } from "@/lib/domain/doctor-figures";
import { RateConsultation } from "@/lib/domain/rating-input";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { rateConsultation } from "./rate";

const rate = ({ id }: Talk, actor: Person, stars = 5, now = NOON) =>
  transact({ actor, now }, rateConsultation, { consultationId: id, stars, tags: ["clear"], words: "讲得很清楚" });

/** A finished consultation, whose doctor answered so many minutes after it was paid. */
async function finished(answeredAfter = 10, doctorId?: string): Promise<Talk> {
  const talk = await consultation({ status: "finished" });
  await db().consultation.update({
    where: { id: talk.id },
    data: { closedAt: NOON, firstReplyAt: addMinutes(NOON, answeredAfter), ...(doctorId && { doctorId }) },
  });
  return talk;
}
const figuresOf = async (doctorId: string) =>
  figuresShown(await db().doctorFigures.findUnique({ where: { doctorId } }));

test("a finished consultation is rated once, also by two presses at once", async () => {
  const talk = await finished();
  const both = await Promise.allSettled([rate(talk, talk.patient), rate(talk, talk.patient, 1)]);
  const refused = both.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(["rated_already"]);
  expect(await db().consultationRating.findMany({ where: { consultationId: talk.id } })).toMatchObject([
    { doctorId: talk.doctor.accountId, tags: ["clear"], words: "讲得很清楚" },
  ]);
});

test.each(["in_progress", "declined", "expired", "referred_offline", "abandoned"] as const)(
  "a consultation that is %s is not rated",
  async (status) => {
    const talk = await consultation();
    await db().consultation.update({ where: { id: talk.id }, data: { status, closedAt: NOON } });
    await expect(rate(talk, talk.patient)).rejects.toMatchObject({ code: "not_rateable" });
  },
);

test("not after thirty days, not by anybody else, not by the doctor", async () => {
  const talk = await finished();
  await expect(rate(talk, talk.patient, 5, addDays(NOON, 31))).rejects.toMatchObject({ code: "not_rateable" });
  await expect(rate(talk, await person("patient"))).rejects.toMatchObject({ code: "not_found" });
  await expect(rate(talk, talk.doctor)).rejects.toMatchObject({ code: "forbidden" });
});

test("stars are one to five, tags those of the list, words five hundred characters", () => {
  const form = { consultationId: "0199c0de-0000-7000-8000-000000000001", stars: "5", words: "" };
  expect(RateConsultation.parse(form)).toMatchObject({ stars: 5, tags: [] });
  for (const change of [
    { stars: "0" },
    { stars: "6" },
    { stars: "4.5" },
    { tags: ["rude"] },
    { words: "好".repeat(501) },
  ])
    expect(RateConsultation.safeParse({ ...form, ...change }).success).toBe(false);
});

test("ratings and the median answer are counted by doctor; below five answers none is shown", async () => {
  const first = await finished(10);
  const doctorId = first.doctor.accountId;
  const others = [];
  for (const minutes of [20, 30, 400]) others.push(await finished(minutes, doctorId));
  await rate(first, first.patient, 5);
  await rate(others[0] ?? first, others[0]?.patient ?? first.patient, 4);
  await countFigures(addMinutes(NOON, 500));
  expect(await figuresOf(doctorId)).toEqual({ rating: 4.5, ratingCount: 2, answerMinutes: null });
  await finished(25, doctorId);
  expect(await countFigures(addMinutes(NOON, 500))).toBeGreaterThan(0);
  expect(await figuresOf(doctorId)).toEqual({ rating: 4.5, ratingCount: 2, answerMinutes: 25 });
  expect(await countFigures(addMinutes(NOON, 500))).toBe(0);
  await countFigures(addDays(NOON, 91));
  expect(await figuresOf(doctorId)).toMatchObject({ rating: 4.5, answerMinutes: null });
});
