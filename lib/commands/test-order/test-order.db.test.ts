import { describe, expect, test } from "vitest";
import { answerTests } from "@/lib/db/answer-tests";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { type Actor, systemActor } from "@/lib/domain/actor";
import { addDays, addMinutes, dateColumn } from "@/lib/domain/calendar";
import { testOrders } from "@/lib/queries/doctor/test-orders";
import { peopleToAskFor } from "@/lib/queries/jobs/tests";
import { myTest, myTests } from "@/lib/queries/patient/tests";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { cancelTest } from "./cancel";
import { orderTest } from "./order";

const order = (talk: Talk, more = {}, actor: Actor = talk.doctor) =>
  transact({ actor, now: NOON }, orderTest, {
    ...{ consultationId: talk.id, code: "3016-3", dueOn: "2026-12-07", instructions: "空腹抽血" },
    ...more,
  });
const inProgress = () => consultation({ status: "in_progress" });
const noticesOf = (accountId: string, kind: string) => db().notice.count({ where: { accountId, kind } });

describe("a follow-up test", () => {
  test("is ordered for a day: the patient has the slip, the conversation says so", async () => {
    const talk = await inProgress();
    const { id, number } = await order(talk);
    expect(await myTest(talk.patient, id)).toMatchObject({
      ...{ number, code: "3016-3", category: "laboratory", status: "ordered", instructions: "空腹抽血" },
      dueOn: dateColumn("2026-12-07"),
    });
    expect((await testOrders(talk.doctor, NOON, talk.id)).testOrders).toMatchObject([{ number }]);
    expect(await noticesOf(talk.patient.accountId, "test_ordered")).toBe(1);
    const said = await db().message.findFirstOrThrow({ where: { consultationId: talk.id } });
    expect(JSON.parse(said.body)).toEqual({ code: "test_ordered", params: { number } });
  });

  test.each([
    ["yesterday", "2026-11-22", false],
    ["today", "2026-11-23", true],
    ["in 180 days", "2027-05-22", true],
    ["in 181 days", "2027-05-23", false],
  ])("for %s: %3$s", async (_, dueOn, isAllowed) => {
    const made = order(await inProgress(), { dueOn });
    if (isAllowed) await made;
    else await expect(made).rejects.toMatchObject({ fields: { dueOn: "day_invalid" } });
  });

  test("is the attending doctor's, while the conversation goes on", async () => {
    const [talk, other] = [await inProgress(), await inProgress()];
    await expect(order(talk, {}, other.doctor)).rejects.toMatchObject({ code: "not_found" });
    await expect(order(talk, {}, talk.patient)).rejects.toMatchObject({ code: "forbidden" });
    await db().consultation.update({ where: { id: talk.id }, data: { status: "finished" } });
    await expect(order(talk)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is called off once, before its result", async () => {
    const talk = await inProgress();
    const { id } = await order(talk);
    const cancel = (actor: Actor = talk.doctor) => transact({ actor, now: NOON }, cancelTest, { testOrderId: id });
    await expect(cancel((await inProgress()).doctor)).rejects.toMatchObject({ code: "not_found" });
    await cancel();
    await expect(cancel()).rejects.toMatchObject({ code: "conflict" });
    expect(await myTest(talk.patient, id)).toMatchObject({ status: "cancelled" });
  });

  test("another patient's is not there", async () => {
    const talk = await inProgress();
    const { id } = await order(talk);
    const stranger = await person("patient");
    await expect(myTest(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await myTests(stranger)).toEqual([]);
  });
});

describe("its result", () => {
  const LATER = addDays(NOON, 3);
  const entry = (talk: Talk, more: object) =>
    db().recordEntry.create({
      data: {
        ...{ patientId: talk.patientId, kind: "report" as const, fhirId: `r-${Math.random()}`, display: "TSH" },
        ...{ isActive: true, occurredAt: LATER, detail: {}, ...more },
      },
    });
  const answered = async (talk: Talk) => {
    await transact(
      { actor: systemActor("records"), now: LATER },
      async (work) => {
        await answerTests(work, talk.patientId);
        work.audit({ action: "record.refresh", subjectType: "patient", subjectId: talk.patientId });
      },
      {},
    );
    return (await myTests(talk.patient)).map(({ status }) => status);
  };

  test("that names the order closes it, and doctor and patient are told once", async () => {
    const talk = await inProgress();
    const { number } = await order(talk);
    await entry(talk, { detail: { basedOn: [number] } });
    expect(await answered(talk)).toEqual(["resulted"]);
    expect(await answered(talk)).toEqual(["resulted"]);
    for (const { accountId } of [talk.patient, talk.doctor])
      expect(await noticesOf(accountId, "test_resulted")).toBe(1);
  });
  test.each([
    ["of the same code after the order", { code: "3016-3" }, "resulted"],
    ["of the same code from before it", { code: "3016-3", occurredAt: addMinutes(NOON, -1) }, "ordered"],
    ["of another code", { code: "4548-4" }, "ordered"],
    ["that is not final", { code: "3016-3", isActive: false }, "ordered"],
    ["that names another order", { detail: { basedOn: ["TS26112300000000"] } }, "ordered"],
  ])("%s: %3$s", async (_, more, status) => {
    const talk = await inProgress();
    await order(talk);
    await entry(talk, more);
    expect(await answered(talk)).toEqual([status]);
  });

  test("is asked for every six hours, of people whose card is linked", async () => {
    const talk = await inProgress();
    await order(talk);
    const asked = async (now: Date) =>
      (await peopleToAskFor(now)).some(({ patientId }) => patientId === talk.patientId);
    expect(await asked(NOON)).toBe(false);
    await db().healthCard.create({
      data: {
        ...{ patientId: talk.patientId, cardNumberSealed: "x", cardNumberDigest: talk.patientId },
        ...{ fhirPatientId: "p", linkedAt: NOON },
      },
    });
    expect(await asked(NOON)).toBe(true);
    expect(await asked(addMinutes(NOON, 359))).toBe(false);
    expect(await asked(addMinutes(NOON, 361))).toBe(true);
    expect(await asked(addDays(NOON, 90))).toBe(false);
  });
});
