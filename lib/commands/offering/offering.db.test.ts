import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import { AddOffering, SetTerms } from "@/lib/domain/offering-input";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { doctorOfferings } from "@/lib/queries/admin/offerings";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { addOffering } from "./add";
import { setTerms } from "./set-terms";
import { withdrawTerms } from "./withdraw-terms";

const TODAY = "2026-11-23";
const given = {
  ...{ fromDay: TODAY, feeFen: "45.50", acceptMinutes: "60", lengthMinutes: "120", turnLimit: "20", reason: "调价" },
  ...{ isActive: "on", isRecorded: "" },
};

async function offered() {
  const talk = await consultation();
  const { offeringId } = await db().consultation.findUniqueOrThrow({ where: { id: talk.id } });
  return { talk, offeringId, doctorId: talk.doctor.accountId, admin: await person("admin") };
}
type Offered = Awaited<ReturnType<typeof offered>>;
const set = ({ offeringId, admin }: Offered, change: object = {}, now = NOON) =>
  transact({ actor: admin, now }, setTerms, SetTerms.parse({ offeringId, ...given, ...change }));
const stored = ({ offeringId }: Offered) => db().offering.findUniqueOrThrow({ where: { id: offeringId } });

test("from today on it holds at once; who has booked keeps what was agreed; what stood before stays in the history", async () => {
  const made = await offered();
  await set(made);
  expect(await stored(made)).toMatchObject({ feeFen: 4550, acceptMinutes: 60, turnLimit: 20, revision: 1 });
  expect(await db().consultation.findUniqueOrThrow({ where: { id: made.talk.id } })).toMatchObject({ feeFen: 3000 });
  const { changes } = await doctorOfferings(made.doctorId);
  expect(changes).toMatchObject([{ reason: "调价", before: { feeFen: 3000 }, after: { feeFen: 4550 } }]);
});

test("from a later day on it waits for that day's midnight, and is carried out once, in the name of who planned it", async () => {
  const made = await offered();
  await set(made, { fromDay: "2026-11-25" });
  await sweepDeadlines(new Date("2026-11-24T15:59:59Z"));
  expect((await stored(made)).feeFen).toBe(3000);
  expect((await doctorOfferings(made.doctorId)).offerings[0]?.terms).toHaveLength(1);
  await sweepDeadlines(new Date("2026-11-24T16:00:00Z"));
  await sweepDeadlines(new Date("2026-11-24T16:01:00Z"));
  expect(await stored(made)).toMatchObject({ feeFen: 4550, revision: 1 });
  const [change] = (await doctorOfferings(made.doctorId)).changes;
  expect(change?.actorId).toBe(made.admin.accountId);
});

test("a second plan for the same day takes the place of the first; one that was withdrawn does not come", async () => {
  const made = await offered();
  await set(made, { fromDay: "2026-11-25", feeFen: "10" });
  const { id } = await set(made, { fromDay: "2026-11-25", feeFen: "20" });
  const [planned] = (await doctorOfferings(made.doctorId)).offerings;
  expect(planned?.terms).toMatchObject([{ id, feeFen: 2000 }]);
  const withdraw = () => transact({ actor: made.admin, now: NOON }, withdrawTerms, { termsId: id });
  await withdraw();
  await expect(withdraw()).rejects.toMatchObject({ code: "conflict" });
  await sweepDeadlines(addDays(NOON, 3));
  expect((await stored(made)).feeFen).toBe(3000);
});

test("two who set it at once: both stand in the history, one after the other", async () => {
  const made = await offered();
  await Promise.all([set(made, { feeFen: "10" }), set(made, { feeFen: "20" })]);
  expect(await stored(made)).toMatchObject({ revision: 2 });
  expect((await doctorOfferings(made.doctorId)).changes).toHaveLength(2);
});

test("a day that is over, a service that there is not, and anybody else are refused", async () => {
  const made = await offered();
  await expect(set(made, { fromDay: "2026-11-22" })).rejects.toMatchObject({ fields: { fromDay: "day_invalid" } });
  await expect(set({ ...made, offeringId: newId() })).rejects.toMatchObject({ code: "not_found" });
  await expect(set({ ...made, admin: made.talk.doctor })).rejects.toMatchObject({ code: "forbidden" });
});

test("a doctor offers one service more, once", async () => {
  const { doctorId, admin } = await offered();
  const add = () =>
    transact(
      { actor: admin, now: NOON },
      addOffering,
      AddOffering.parse({ doctorId, service: "follow_up", channel: "video", feeFen: "80", reason: "开通视频" }),
    );
  const { id } = await add();
  expect(await db().offering.findUniqueOrThrow({ where: { id } })).toMatchObject({ feeFen: 8000, channel: "video" });
  await expect(add()).rejects.toMatchObject({ code: "offered_already" });
});

test.each([
  ["nothing to pay", { feeFen: "0" }],
  ["a fee that is no number", { feeFen: "ten" }],
  ["a day that there is not", { fromDay: "2026-02-30" }],
  ["no time to accept", { acceptMinutes: "0" }],
  ["no reason", { reason: " " }],
])("%s is refused", (_, change) =>
  expect(SetTerms.safeParse({ offeringId: newId(), ...given, ...change }).success).toBe(false),
);
