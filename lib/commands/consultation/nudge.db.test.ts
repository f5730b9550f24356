import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addMinutes } from "@/lib/domain/calendar";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { consultation, NOON, type Talk } from "@/lib/testing/consultation";

const DUE = addMinutes(NOON, 720);
const nudges = ({ doctor }: Talk) =>
  db().notice.findMany({
    where: { accountId: doctor.accountId, kind: { startsWith: "near_" } },
    orderBy: { at: "asc" },
    select: { kind: true, path: true },
  });

test.each([
  ["waits to be accepted", { status: "waiting" }, {}, "near_expire"],
  ["was accepted and has had no word", {}, {}, "near_abandon"],
  ["nears its length", {}, { firstReplyAt: NOON }, "near_use_up"],
] as const)(
  "an hour before the end of a consultation that %s the doctor is reminded, once",
  async (_, wanted, data, kind) => {
    const talk = await consultation(wanted);
    await db().consultation.update({ where: { id: talk.id }, data });
    await sweepDeadlines(addMinutes(DUE, -61));
    expect(await nudges(talk)).toEqual([]);
    await Promise.all([sweepDeadlines(addMinutes(DUE, -60)), sweepDeadlines(addMinutes(DUE, -60))]);
    await sweepDeadlines(addMinutes(DUE, -1));
    expect(await nudges(talk)).toEqual([{ kind, path: `/doctor/consultations/${talk.id}` }]);
  },
);

test("a deadline that was moved is a new one; a booking that waits for its money nudges nobody", async () => {
  const [talk, unpaid] = await Promise.all([consultation(), consultation({ status: "awaiting_payment" })]);
  await sweepDeadlines(addMinutes(DUE, -30));
  const later = addMinutes(DUE, 600);
  await db().consultation.update({ where: { id: talk.id }, data: { dueAt: later, firstReplyAt: NOON } });
  await sweepDeadlines(addMinutes(DUE, -20));
  expect(await nudges(talk)).toHaveLength(1);
  await sweepDeadlines(addMinutes(later, -30));
  expect((await nudges(talk)).map(({ kind }) => kind)).toEqual(["near_abandon", "near_use_up"]);
  expect(await nudges(unpaid)).toEqual([]);
});
