import { beforeAll, expect, test } from "vitest";
import { resendNotice } from "@/lib/commands/notice/resend";
import { setNotices } from "@/lib/commands/notice/set";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { seal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { SetNotices } from "@/lib/domain/notice-input";
import { failedDeliveries } from "@/lib/queries/admin/deliveries";
import { NOON, person } from "@/lib/testing/consultation";
import { order } from "@/lib/testing/order";
import { smsStandIn, wechatStandIn } from "@/lib/testing/outside";
import { deliverOutbox } from "../outbox/deliver";
import { sendNotice } from "./send";

let wechat: Awaited<ReturnType<typeof wechatStandIn>>;
let sms: Awaited<ReturnType<typeof smsStandIn>>;
beforeAll(async () => {
  sms = await smsStandIn();
  wechat = await wechatStandIn("o-prefs", "o-zh", "o-en", "o-gone", "o-later", "o-outbox", "o-r32");
});

async function notice(openId: string | null, locale = "zh-CN", params: object = { number: "O26112300000001" }) {
  const { accountId } = await person("patient");
  await db().account.update({ where: { id: accountId }, data: { wechatOpenId: openId, locale } });
  const id = newId();
  const path = "/patient/orders/0199c0de-0000-7000-8000-000000000001";
  await db().notice.create({ data: { id, accountId, kind: "order_shipped", params, path, at: NOON } });
  return id;
}

test.each([
  ["o-zh", "zh-CN", "药品已寄出"],
  ["o-en", "en", "Medicine sent"],
])(
  "a notice reaches %s's phone in the reader's language: what, which number, when, and where to look",
  async (openId, locale, title) => {
    await sendNotice(await notice(openId, locale), NOON);
    expect(await wechat.inbox(openId)).toMatchObject([
      {
        url: "http://localhost:3999/patient/orders/0199c0de-0000-7000-8000-000000000001",
        fields: [
          { label: "事项", value: title },
          { label: "编号", value: "O26112300000001" },
          { label: "时间", value: "2026/11/23 12:00" },
        ],
      },
    ]);
  },
);

test("sent twice, it arrives once", async () => {
  const id = await notice("o-later");
  await sendNotice(id, NOON);
  await sendNotice(id, NOON);
  expect(await wechat.inbox("o-later")).toHaveLength(1);
});

test("a token that WeChat has ended is fetched anew", async () => {
  await wechat.fail({ expireTokens: true });
  await db().account.updateMany({ where: { wechatOpenId: "o-later" }, data: { wechatOpenId: null } });
  await sendNotice(await notice("o-later"), NOON);
  expect(await wechat.inbox("o-later")).toHaveLength(2);
});

test("who left the account reads it in the notice centre: that is no failure", async () => {
  await wechat.fail({ unsubscribed: ["o-gone"] });
  await expect(sendNotice(await notice("o-gone"), NOON)).resolves.toBeNull();
  await expect(sendNotice(await notice(null), NOON)).resolves.toBeNull();
  expect(await wechat.inbox("o-gone")).toEqual([]);
});

test("what a command notifies about goes out with its transaction; while WeChat is down it waits", async () => {
  const made = await order();
  await db().account.update({ where: { id: made.patient.accountId }, data: { wechatOpenId: "o-outbox" } });
  await transact({ actor: made.patient, now: NOON }, cancelOrder, { orderId: made.orderId });
  const { id } = await db().notice.findFirstOrThrow({ where: { accountId: made.patient.accountId } });
  const row = () => db().outbox.findFirstOrThrow({ where: { topic: "wechat", payload: { equals: { noticeId: id } } } });

  await wechat.fail({ down: true });
  await deliverOutbox(addMinutes(NOON, 1));
  expect(await row()).toMatchObject({ sentAt: null, attempts: 1, nextAt: new Date("2026-11-23T04:01:01.000Z") });
  await wechat.fail({ down: false });
  await deliverOutbox(addMinutes(NOON, 2));
  expect(await row()).toMatchObject({ sentAt: addMinutes(NOON, 2), attempts: 2 });
  expect(await wechat.inbox("o-outbox")).toHaveLength(1);
});

test("R32: whatever a notice holds, what leaves is its kind, a number and a time", async () => {
  await sendNotice(
    await notice("o-r32", "zh-CN", { number: "O26112300000001", medicine: "测试片", diagnosis: "高血压" }),
    NOON,
  );
  const [sent] = await wechat.inbox("o-r32");
  expect(sent?.fields).toHaveLength(3);
  expect(JSON.stringify(sent)).not.toMatch(/测试片|高血压/);
});

const phoned = async (id: string, phone: string) => {
  const { accountId } = await db().notice.findUniqueOrThrow({ where: { id } });
  await db().account.update({ where: { id: accountId }, data: { phoneSealed: seal(phone) } });
};
const deliveries = (noticeId: string) =>
  db().noticeDelivery.findMany({
    where: { noticeId },
    orderBy: { channel: "desc" },
    select: { channel: true, status: true },
  });

test("who has no WeChat gets an SMS about what is worth one: what, and the end of the number", async () => {
  const id = await notice(null);
  await phoned(id, "13812340001");
  await sendNotice(id, NOON);
  await sendNotice(id, NOON);
  expect(await sms.inbox("13812340001")).toMatchObject([
    { text: expect.stringContaining("药品已寄出（尾号 000001）") },
  ]);
  expect(await deliveries(id)).toEqual([{ channel: "sms", status: "sent" }]);
});

test("who left the official account gets an SMS instead, and both are on record", async () => {
  await wechat.fail({ unsubscribed: ["o-gone"] });
  await db().account.updateMany({ where: { wechatOpenId: "o-gone" }, data: { wechatOpenId: null } });
  const id = await notice("o-gone");
  await phoned(id, "13812340002");
  await sendNotice(id, NOON);
  expect(await sms.inbox("13812340002")).toHaveLength(1);
  expect(await deliveries(id)).toEqual([
    { channel: "wechat", status: "unreachable" },
    { channel: "sms", status: "sent" },
  ]);
});

test("what a person keeps out stays in the notice centre; what concerns safety goes out all the same", async () => {
  const id = await notice("o-prefs");
  const { accountId } = await db().notice.findUniqueOrThrow({ where: { id } });
  const actor = { ...(await person("patient")), accountId };
  const set = (input: Partial<SetNotices>) =>
    transact({ actor, now: NOON }, setNotices, {
      ...{ groups: [], quietFrom: undefined, quietTo: undefined, ...input },
    });
  await set({});
  expect(await sendNotice(id, NOON)).toBeNull();
  expect(await wechat.inbox("o-prefs")).toEqual([]);
  await db().notice.update({ where: { id }, data: { kind: "batch_recalled" } });
  await sendNotice(id, NOON);
  expect(await wechat.inbox("o-prefs")).toHaveLength(1);
});

test("in quiet hours a notice waits for their end, without counting as a failure", async () => {
  const made = await order();
  const { accountId } = made.patient;
  await db().account.updateMany({ where: { wechatOpenId: "o-prefs" }, data: { wechatOpenId: null } });
  await db().account.update({
    where: { id: accountId },
    data: { wechatOpenId: "o-prefs", quietFrom: 1320, quietTo: 420 },
  });
  const night = new Date("2026-11-23T15:00:00Z");
  await transact({ actor: made.patient, now: night }, cancelOrder, { orderId: made.orderId });
  const { id } = await db().notice.findFirstOrThrow({ where: { accountId } });
  const row = () => db().outbox.findFirstOrThrow({ where: { topic: "wechat", payload: { equals: { noticeId: id } } } });
  await deliverOutbox(addMinutes(night, 1));
  expect(await row()).toMatchObject({ sentAt: null, attempts: 0, nextAt: new Date("2026-11-23T23:00:00.000Z") });
  await deliverOutbox(new Date("2026-11-23T23:00:01Z"));
  expect((await row()).sentAt).not.toBeNull();
  expect(await wechat.inbox("o-prefs")).toHaveLength(2);
});

test("a notice that did not get out is on the list, and is sent once more by whoever looks after it", async () => {
  const id = await notice(null);
  await phoned(id, "13812340003");
  await sms.fail({ limited: ["13812340003"] });
  await sendNotice(id, NOON);
  expect((await failedDeliveries()).find(({ noticeId }) => noticeId === id)).toMatchObject({
    ...{ channel: "sms", status: "unreachable" },
  });
  await sms.fail({ limited: [] });
  const support = await person("support");
  const resend = () => transact({ actor: support, now: NOON }, resendNotice, { noticeId: id });
  await resend();
  await expect(resend()).rejects.toMatchObject({ code: "conflict" });
  await deliverOutbox(addMinutes(NOON, 1));
  expect(await sms.inbox("13812340003")).toHaveLength(1);
});

test.each([
  ["one end of the quiet hours", { quietFrom: "22:00", quietTo: "" }],
  ["an hour that there is not", { quietFrom: "25:00", quietTo: "07:00" }],
  ["a group that there is not", { groups: ["spam"], quietFrom: "", quietTo: "" }],
  ["nothing at all", {}],
])("%s is refused", (_, input) => expect(SetNotices.safeParse(input).success).toBe(false));
