import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { signInByCode } from "@/lib/auth/sign-in-code";
import { db } from "@/lib/db/client";
import { digest, seal } from "@/lib/db/seal";
import { findSession } from "@/lib/db/sql/session";
import { phone as Phone } from "@/lib/domain/account-input";
import { type Person, stranger } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { env } from "@/lib/env";
import { NOON, person } from "@/lib/testing/consultation";
import { startSms } from "../../../sandbox/sms/start-sms";
import { changePhone } from "./change-phone";
import { sendOwnCode, sendSignInCode } from "./send-code";
import { setPassword } from "./set-password";

let standIn: Awaited<ReturnType<typeof startSms>>;
const text = async (phone: string) => {
  const inbox = (await (await fetch(`${standIn.url}/messages?phone=${phone}`)).json()) as { text: string }[];
  return inbox;
};
const codeFor = async (phone: string) => /\d{6}/.exec((await text(phone))[0]?.text ?? "")?.[0] ?? "";
const faults = (body: object) => fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(body) });

beforeAll(async () => {
  const { SMS_SECRET_ID, SMS_SECRET_KEY, SMS_APP_ID, SMS_SIGN_NAME, SMS_TEMPLATE_ID, SMS_NOTICE_TEMPLATE_ID } = env();
  standIn = await startSms({
    ...{ port: 0, secretId: SMS_SECRET_ID, secretKey: SMS_SECRET_KEY, appId: SMS_APP_ID },
    ...{ signName: SMS_SIGN_NAME, templateId: SMS_TEMPLATE_ID, noticeTemplateId: SMS_NOTICE_TEMPLATE_ID },
    dataFolder: await mkdtemp(join(tmpdir(), "sms-")),
  });
  env().SMS_API_BASE = standIn.url;
});
afterAll(() => standIn.close());

let last = 0;
const newPhone = () => {
  last += 1;
  return `1990000${String(last).padStart(4, "0")}`;
};
const ask = (phone: string, now = NOON, address = phone) =>
  sendSignInCode({ actor: stranger(address), now }, { phone });
const enter = (phone: string, code: string, now = NOON) =>
  signInByCode({ phone, code, locale: "zh-CN", address: "10.0.0.1", userAgent: null }, now);
const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

/** A patient with a number, signed in by code. */
async function patientWith(phone: string): Promise<Person> {
  await ask(phone);
  const opened = await enter(phone, await codeFor(phone));
  const actor = await findSession(opened?.sessionId ?? "", NOON);
  if (!actor) throw new Error("not signed in");
  return actor;
}

test("a new number that shows its code becomes a patient's account; the number is stored sealed and shown masked", async () => {
  const phone = newPhone();
  const actor = await patientWith(phone);
  expect(actor).toMatchObject({ role: "patient", name: `199****${phone.slice(-4)}`, stepUpAt: null });
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } });
  expect(JSON.stringify(account)).not.toContain(phone);
  expect(JSON.stringify(await db().oneTimeCode.findMany())).not.toContain(await codeFor(phone));
});

test("known and unknown numbers get the same answer; the same number signs in to the same account", async () => {
  const phone = newPhone();
  const unknown = await ask(phone);
  const opened = await enter(phone, await codeFor(phone));
  const later = addMinutes(NOON, 2);
  expect(await ask(phone, later)).toEqual(unknown);
  expect(await enter(phone, await codeFor(phone), later)).toMatchObject({ accountId: opened?.accountId });
});

test("a code serves once, for its number and its purpose, within five minutes", async () => {
  const [phone, other] = [newPhone(), newPhone()];
  await ask(phone);
  const code = await codeFor(phone);
  expect(await enter(other, code)).toBeNull();
  expect(await enter(phone, code, addMinutes(NOON, 5))).toBeNull();
  const results = await Promise.all([enter(phone, code), enter(phone, code)]);
  expect(results.filter((opened) => opened !== null)).toHaveLength(1);
  expect(await enter(phone, code)).toBeNull();
});

test("after five wrong codes the right one is dead too", async () => {
  const phone = newPhone();
  await ask(phone);
  const code = await codeFor(phone);
  for (let miss = 0; miss < 4; miss += 1) expect(await enter(phone, otherThan(code))).toBeNull();
  expect(await enter(phone, otherThan(code))).toBeNull();
  await expect(enter(phone, code)).rejects.toMatchObject({ code: "too_many" });
  const [row] = await db().oneTimeCode.findMany({ where: { phoneDigest: digest("login", phone) } });
  expect(row).toMatchObject({ misses: 5, usedAt: null });
});

test("two devices that register the same number at the same time get one account", async () => {
  const phone = newPhone();
  await ask(phone);
  const first = await codeFor(phone);
  await Promise.all([enter(phone, first), enter(phone, first)]);
  expect(await db().account.count({ where: { loginDigest: digest("login", phone) } })).toBe(1);
});

test("within a minute no second message is sent, also when two are asked for at once; an hour's worth has an end", async () => {
  const phone = newPhone();
  const results = await Promise.allSettled([ask(phone), ask(phone)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await text(phone)).toHaveLength(1);
  await expect(ask(phone, addMinutes(NOON, 0.9))).rejects.toMatchObject({ code: "code_just_sent" });
  for (let count = 1; count < 5; count += 1) await ask(phone, addMinutes(NOON, count * 2));
  await expect(ask(phone, addMinutes(NOON, 12))).rejects.toMatchObject({ code: "too_many" });
});

test("a gateway that is down or at its limit is said, and does not use up what one may ask for", async () => {
  const phone = newPhone();
  await faults({ down: true });
  for (let count = 0; count < 7; count += 1)
    await expect(ask(phone, addMinutes(NOON, count * 2))).rejects.toMatchObject({ code: "sms_unavailable" });
  await faults({ down: false, limited: [phone] });
  await expect(ask(phone, addMinutes(NOON, 20))).rejects.toMatchObject({ code: "sms_limit" });
  await faults({ limited: [] });
  expect(await ask(phone, addMinutes(NOON, 30))).toMatchObject({ againIn: 60 });
});

test("staff and disabled accounts are not let in by a code", async () => {
  const [staffPhone, shut] = [newPhone(), newPhone()];
  const doctor = await person("doctor");
  await db().account.update({ where: { id: doctor.accountId }, data: { loginDigest: digest("login", staffPhone) } });
  await ask(staffPhone);
  expect(await enter(staffPhone, await codeFor(staffPhone))).toBeNull();
  const { accountId } = await patientWith(shut);
  await db().account.update({ where: { id: accountId }, data: { status: "disabled" } });
  const later = addMinutes(NOON, 3);
  await ask(shut, later);
  expect(await enter(shut, await codeFor(shut), later)).toBeNull();
});

test("a password is set by the number's code, ends every other session, and signs in from then on", async () => {
  const phone = newPhone();
  const actor = await patientWith(phone);
  const elsewhere = addMinutes(NOON, 2);
  await ask(phone, elsewhere);
  const other = await enter(phone, await codeFor(phone), elsewhere);
  await sendOwnCode({ actor, now: elsewhere }, { purpose: "set_password" });
  const code = await codeFor(phone);
  const set = (password: string) => setPassword({ actor, now: elsewhere }, { code, password });
  await expect(set(`my ${phone}`)).rejects.toMatchObject({ fields: { password: "password_is_number" } });
  await set("rain on the roof");
  expect(await findSession(other?.sessionId ?? "", elsewhere)).toBeNull();
  expect(await findSession(actor.sessionId, elsewhere)).not.toBeNull();
  const form = { login: phone, password: "rain on the roof", code: "", address: "10.0.0.2", userAgent: null };
  expect(await signIn(form, elsewhere)).toMatchObject({ accountId: actor.accountId });
  await expect(set("another good one")).rejects.toMatchObject({ code: "code_wrong" });
});

test("another number is taken over by its code, unless an account has it", async () => {
  const [phone, next, taken] = [newPhone(), newPhone(), newPhone()];
  const actor = await patientWith(phone);
  await patientWith(taken);
  const run = { actor, now: addMinutes(NOON, 5) };
  for (const wanted of [taken, next]) await sendOwnCode(run, { purpose: "change_phone", phone: wanted });
  await expect(changePhone(run, { phone: taken, code: await codeFor(taken) })).rejects.toMatchObject({
    code: "phone_taken",
  });
  await changePhone(run, { phone: next, code: await codeFor(next) });
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } });
  expect(account.loginDigest).toBe(digest("login", next));
  expect(account.phoneSealed).not.toBe(seal(next));
});

test.each([
  ["13800000001", "13800000001"],
  ["+86 138-0000-0001", "13800000001"],
  ["１３８００００００００１", null],
  ["１３８０００００００１", "13800000001"],
  ["12800000001", null],
  ["1380000000", null],
  ["0086 13800000001", "13800000001"],
])("the number %s is read as %s", (typed, read) => {
  expect(Phone.safeParse(typed).data ?? null).toBe(read);
});
