import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { type Hospital, openHospital, sf } from "./open-hospital";

let hospital: Hospital;
beforeEach(async () => {
  hospital = await openHospital();
});
afterEach(() => hospital.close());

test.each([
  ["ems", "EB123456789CN"],
  ["ems", "1234567890123"],
  ["jd", "JD1234567890123"],
  ["zhongtong", "123456789012"],
  ["yuantong", "YT1234567890123"],
])("%s takes number %s", async (company, number) => {
  expect(await hospital.poll({ company, number })).toMatchObject({ returnCode: "200" });
});

test.each([
  ["a wrong key", { key: "k-2" }, {}, "600"],
  ["no key", { key: undefined }, {}, "600"],
  ["an unknown company", { company: "shunfen" }, {}, "700"],
  ["a company that is no company", { company: "constructor" }, {}, "700"],
  ["a number of another company", { number: "YT1234567890123" }, {}, "700"],
  ["no number", { number: undefined }, {}, "700"],
  ["no callback", {}, { callbackurl: undefined }, "700"],
  ["a callback that is no web address", {}, { callbackurl: "file:///etc/passwd" }, "700"],
])("a subscription with %s is refused", async (_, change, parameters, returnCode) => {
  expect(await hospital.poll(change, parameters)).toMatchObject({ result: false, returnCode });
  expect(await hospital.parcels()).toEqual([]);
});

test("a parcel is subscribed once while it is watched, and may be again after the watch was given up", async () => {
  await hospital.poll();
  expect(await hospital.poll()).toEqual({ result: false, returnCode: "501", message: "POLL:重复订阅" });
  await hospital.act("abort");
  expect(JSON.parse(hospital.received[0]?.param ?? "")).toMatchObject({ status: "abort", message: "3天查询无记录" });
  expect(await hospital.poll()).toMatchObject({ returnCode: "200" });
  await hospital.advance();
  expect(hospital.statesReceived().at(-1)).toBe("1");
});

test("who subscribes late hears at once that the parcel was signed for", async () => {
  await hospital.poll();
  await hospital.advance("3");
  expect(await hospital.poll()).toMatchObject({ returnCode: "200" });
  await eventually(() => expect(hospital.statesReceived()).toEqual(["3", "3"]));
  expect(JSON.parse(hospital.received[1]?.param ?? "").status).toBe("shutdown");
});

test("a parcel can be asked after, by whoever signs the question and knows the phone", async () => {
  const nothing = { result: false, returnCode: "500", message: "查询无结果，请隔段时间再查" };
  expect(await hospital.ask({})).toEqual(nothing);
  await hospital.poll();
  expect(await hospital.ask({})).toEqual(nothing);
  await hospital.advance();
  expect(await hospital.ask({})).toMatchObject({
    message: "ok",
    status: "200",
    state: "1",
    ischeck: "0",
    com: "shunfeng",
    nu: sf,
  });
  expect(await hospital.ask({ phone: "1234" })).toMatchObject({ state: "1" });
  expect(await hospital.ask({ phone: "13800009999" })).toMatchObject({ returnCode: "408" });
  expect(await hospital.ask({}, { sign: "0".repeat(32) })).toMatchObject({ returnCode: "503" });
  expect(await hospital.ask({}, { customer: "stranger" })).toMatchObject({ returnCode: "400" });
  expect(await hospital.ask({ num: "1" })).toMatchObject({ returnCode: "400" });
});
