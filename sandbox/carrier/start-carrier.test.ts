import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { type Hospital, md5, openHospital, sf } from "./open-hospital";

let hospital: Hospital;
beforeEach(async () => {
  hospital = await openHospital();
});
afterEach(() => hospital.close());

test("a subscribed parcel reports each step, signed, until it is signed for", async () => {
  expect(await hospital.poll()).toEqual({ result: true, returnCode: "200", message: "提交成功" });
  for (const _ of ["揽收", "在途", "派件", "签收"])
    expect(await hospital.advance()).toMatchObject({ push: { isAccepted: true } });
  expect(hospital.statesReceived()).toEqual(["1", "0", "5", "3"]);
  for (const { sign, param } of hospital.received) expect(sign).toBe(md5(`${param}s-1`));
  const last = JSON.parse(hospital.received[3]?.param ?? "");
  expect(last).toMatchObject({ status: "shutdown", autoCheck: "0", comOld: "", comNew: "" });
  expect(last.lastResult).toMatchObject({ message: "ok", status: "200", ischeck: "1", com: "shunfeng", nu: sf });
  expect(last.lastResult.data).toHaveLength(4);
  expect(last.lastResult.data[0]).toMatchObject({ status: "签收", statusCode: "3", time: "2026-03-01 16:00:00" });
  expect(await hospital.advance()).toBe(409);
});

test("a parcel can be a problem, be refused and find its way back to the sender", async () => {
  await hospital.poll();
  for (const state of ["2", "14", undefined, undefined]) await hospital.advance(state);
  expect(hospital.statesReceived()).toEqual(["2", "14", "6", "4"]);
  expect(await hospital.advance()).toBe(409);
});

test("a push that is not confirmed comes again, and stops once it is", async () => {
  await hospital.poll();
  hospital.reply({ result: false, returnCode: "500", message: "later" });
  await hospital.advance();
  await eventually(async () => expect((await hospital.parcels())[0].pushes[0].attempts).toBe(3));
  hospital.reply();
  await hospital.advance();
  expect(hospital.statesReceived()).toEqual(["1", "1", "1", "0"]);
  expect((await hospital.parcels())[0]).toMatchObject({
    pushes: [
      { attempts: 1, isAccepted: true },
      { attempts: 3, isAccepted: false },
    ],
  });
});

/** Lets another parcel's push fail three times, which takes longer than one retry of anything before it. */
async function outlastRetries() {
  const other = "SF000000000001";
  await hospital.poll({ number: other });
  hospital.reply({});
  await hospital.act("advance", { state: "2" }, other);
  const attempts = async () => (await hospital.parcels())[1].pushes[0].attempts;
  await eventually(async () => expect(await attempts()).toBe(3));
}

test("newer news takes the place of a push that waits for its next attempt", async () => {
  await hospital.restartPlatform([20, 20]);
  await hospital.poll();
  hospital.reply({});
  await hospital.advance();
  hospital.reply();
  await hospital.advance();
  await outlastRetries();
  expect(hospital.statesReceived()).toEqual(["1", "0", "2", "2", "2"]);
});

test("a push that fails only after newer news was taken is not tried again", async () => {
  await hospital.restartPlatform([20, 20]);
  await hospital.poll();
  const late = Promise.withResolvers();
  hospital.reply(late.promise);
  const first = hospital.advance();
  await eventually(() => expect(hospital.received).toHaveLength(1));
  hospital.reply();
  await hospital.advance();
  late.resolve({});
  await first;
  await outlastRetries();
  expect(hospital.statesReceived()).toEqual(["1", "0", "2", "2", "2"]);
});

test("a push still owed when the platform stopped is made when it starts again", async () => {
  await hospital.restartPlatform([60_000]);
  await hospital.poll();
  await hospital.closeCallback();
  expect(await hospital.advance()).toMatchObject({ push: { isAccepted: false } });
  await hospital.openCallback();
  await hospital.restartPlatform();
  await eventually(() => expect(hospital.statesReceived()).toEqual(["1"]));
});

test("the network repeats a push, brings an old one late, and a stranger forges one", async () => {
  await hospital.poll();
  await hospital.advance();
  expect(await hospital.act("send", { what: "late" })).toBe(409);
  await hospital.advance();
  await hospital.act("send", { what: "duplicate" });
  await hospital.act("send", { what: "late" });
  await hospital.act("send", { what: "forged" });
  expect(hospital.statesReceived()).toEqual(["1", "0", "0", "1", "3"]);
  expect(hospital.received[2]).toEqual(hospital.received[1]);
  expect(hospital.received[3]).toEqual(hospital.received[0]);
  expect(hospital.received[4]?.sign).not.toBe(md5(`${hospital.received[4]?.param}s-1`));
  expect(await hospital.act("send", { what: "nonsense" })).toBe(400);
});

test("a push is signed only when the subscriber gave a salt, be it empty", async () => {
  await hospital.poll({}, { salt: undefined });
  await hospital.advance("4");
  expect(hospital.received[0]?.sign).toBeNull();
  await hospital.poll({ number: "SF000000000001" }, { salt: "" });
  await hospital.act("advance", {}, "SF000000000001");
  expect(hospital.received[1]?.sign).toBe(md5(hospital.received[1]?.param ?? ""));
});

test("the switches end the key, refuse a company, keep silent or take the platform away", async () => {
  await hospital.setFaults({ keyExpired: true });
  expect(await hospital.poll()).toMatchObject({ returnCode: "601" });
  await hospital.setFaults({ keyExpired: false, refusedCompanies: ["shunfeng"] });
  expect(await hospital.poll()).toMatchObject({ returnCode: "701" });
  await hospital.setFaults({ refusedCompanies: [], silent: true });
  await hospital.poll();
  await hospital.advance();
  expect(await hospital.ask({})).toMatchObject({ state: "1" });
  expect(hospital.received).toEqual([]);
  await hospital.setFaults({ silent: false, down: true });
  await expect(hospital.poll()).rejects.toThrow("fetch failed");
  expect((await fetch(`${hospital.url}/health`)).status).toBe(200);
});

test("what the platform kept to itself it does not tell after a restart either", async () => {
  await hospital.setFaults({ silent: true });
  await hospital.poll();
  await hospital.advance();
  await hospital.restartPlatform([20, 20]);
  await outlastRetries();
  expect(hospital.statesReceived()).toEqual(["2", "2", "2"]);
});

test("parcels are still there after a restart", async () => {
  await hospital.poll();
  await hospital.advance();
  await hospital.restartPlatform();
  expect(await hospital.poll()).toMatchObject({ returnCode: "501" });
  expect(await hospital.advance()).toMatchObject({ parcel: { steps: [{ state: "0" }, { state: "1" }] } });
});

test("a person moves the parcel on with a plain form and comes back to the page", async () => {
  expect(await hospital.page()).toContain("No parcel has been subscribed yet");
  await hospital.poll();
  expect(await hospital.page()).toMatch(
    new RegExp(`action="/parcels/shunfeng/${sf}/advance"><button class="" name="state" value="1"`),
  );
  const body = new URLSearchParams({ state: "1" });
  const path = `${hospital.url}/parcels/shunfeng/${sf}/advance`;
  const answer = await fetch(path, { method: "POST", body, redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/#shunfeng-${sf}`]);
  expect(await hospital.page()).toContain("揽收 collected");
  expect(await hospital.act("advance", {}, "SF999999999999")).toBe(404);
  expect(await hospital.advance("99")).toBe(400);
});
