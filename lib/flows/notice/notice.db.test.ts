import { beforeAll, expect, test } from "vitest";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { order } from "@/lib/testing/order";
import { wechatStandIn } from "@/lib/testing/outside";
import { deliverOutbox } from "../outbox/deliver";
import { sendNotice } from "./send";

let wechat: Awaited<ReturnType<typeof wechatStandIn>>;
beforeAll(async () => {
  wechat = await wechatStandIn("o-zh", "o-en", "o-gone", "o-later", "o-outbox", "o-r32");
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
    await sendNotice(await notice(openId, locale));
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
  await sendNotice(id);
  await sendNotice(id);
  expect(await wechat.inbox("o-later")).toHaveLength(1);
});

test("a token that WeChat has ended is fetched anew", async () => {
  await wechat.fail({ expireTokens: true });
  await db().account.updateMany({ where: { wechatOpenId: "o-later" }, data: { wechatOpenId: null } });
  await sendNotice(await notice("o-later"));
  expect(await wechat.inbox("o-later")).toHaveLength(2);
});

test("who left the account reads it in the notice centre: that is no failure", async () => {
  await wechat.fail({ unsubscribed: ["o-gone"] });
  await expect(sendNotice(await notice("o-gone"))).resolves.toBeUndefined();
  await expect(sendNotice(await notice(null))).resolves.toBeUndefined();
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
  );
  const [sent] = await wechat.inbox("o-r32");
  expect(sent?.fields).toHaveLength(3);
  expect(JSON.stringify(sent)).not.toMatch(/测试片|高血压/);
});
