import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sms } from "tencentcloud-sdk-nodejs-sms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSms } from "./start-sms";

let standIn: Awaited<ReturnType<typeof startSms>>;
let clock = Date.now();

beforeAll(async () => {
  standIn = await startSms({
    ...{
      port: 0,
      secretId: "id",
      secretKey: "key",
      appId: "1400000000",
      signName: "医院",
      templateId: "1",
      noticeTemplateId: "2",
    },
    dataFolder: await mkdtemp(join(tmpdir(), "sms-")),
    now: () => clock,
  });
});
afterAll(() => standIn.close());

const send = (change: { secretId?: string; secretKey?: string } = {}, message: object = {}) => {
  const { secretId = "id", secretKey = "key" } = change;
  const httpProfile = { endpoint: new URL(standIn.url).host, protocol: "http://" };
  const client = new sms.v20210111.Client({
    credential: { secretId, secretKey },
    region: "ap-guangzhou",
    profile: { httpProfile },
  });
  return client.SendSms({
    PhoneNumberSet: ["+8613800000001"],
    ...{ SmsSdkAppId: "1400000000", SignName: "医院", TemplateId: "1", TemplateParamSet: ["123456", "5"], ...message },
  });
};
const inbox = async () => (await fetch(`${standIn.url}/messages?phone=13800000001`)).json();

test("the official client sends a message; the inbox shows it", async () => {
  const answer = await send();
  expect(answer.SendStatusSet).toMatchObject([{ Code: "Ok", PhoneNumber: "+8613800000001" }]);
  expect(await inbox()).toMatchObject([{ text: expect.stringContaining("123456") }]);
});

test.each([
  ["a wrong key", { secretKey: "other" }, "AuthFailure.SignatureFailure"],
  ["an unknown id", { secretId: "other" }, "AuthFailure.SecretIdNotFound"],
])("%s is refused and nothing arrives", async (_, change, code) => {
  const before = await inbox();
  await expect(send(change)).rejects.toMatchObject({ code });
  expect(await inbox()).toEqual(before);
});

test("a signature older than five minutes is refused", async () => {
  clock += 301_000;
  await expect(send()).rejects.toMatchObject({ code: "AuthFailure.SignatureExpire" });
  clock = Date.now();
});

test("a template or a name that was not approved, and a number at its limit, are refused by status", async () => {
  const status = async (message: object) => (await send({}, message)).SendStatusSet?.[0]?.Code;
  expect(await status({ TemplateId: "9" })).toBe("FailedOperation.TemplateIncorrectOrUnapproved");
  expect(await status({ SignName: "别的" })).toBe("FailedOperation.SignatureIncorrectOrUnapproved");
  await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify({ limited: ["13800000001"] }) });
  expect(await status({})).toBe("LimitExceeded.PhoneNumberDailyLimit");
  await expect(send({}, { PhoneNumberSet: ["13800000001"] })).rejects.toMatchObject({
    code: "InvalidParameterValue.IncorrectPhoneNumber",
  });
});
