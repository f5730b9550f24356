import { beforeAll, expect, test } from "vitest";
import { endOwnSession } from "@/lib/commands/account/end-session";
import { unwatchNotices } from "@/lib/commands/notice/unwatch";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { pushStandIn } from "@/lib/testing/outside";
import { sendNotice } from "./send";
import { watch } from "./watch";

let push: Awaited<ReturnType<typeof pushStandIn>>;
beforeAll(async () => {
  push = await pushStandIn();
});

/** Somebody signed in, whose browser shows notices. */
async function watched(role: Person["role"] = "patient") {
  const actor = await person(role);
  const sessionId = newId();
  await db().session.create({
    data: { id: sessionId, accountId: actor.accountId, createdAt: NOON, expiresAt: addMinutes(NOON, 600) },
  });
  const who = { ...actor, sessionId };
  const browser = await push.browser();
  await watch({ actor: who, now: NOON }, browser);
  return { who, browser };
}

async function notice({ accountId }: Person, kind = "order_shipped") {
  const id = newId();
  const params = { number: "O26112300000001", medicine: "测试片" };
  await db().notice.create({ data: { id, accountId, kind, params, path: "/patient/orders/1", at: NOON } });
  return id;
}
const deliveries = (noticeId: string) =>
  db().noticeDelivery.findMany({ where: { noticeId }, select: { channel: true, status: true } });

test("R32: a browser that was asked to shows what happened and where to look, once, and nothing else", async () => {
  const { who, browser } = await watched();
  const id = await notice(who);
  await sendNotice(id, NOON);
  await sendNotice(id, NOON);
  expect(await push.shown(browser)).toEqual([{ id, title: "药品已寄出", path: "/patient/orders/1" }]);
  expect(await deliveries(id)).toEqual([{ channel: "push", status: "sent" }]);
});

test("staff are shown notices too", async () => {
  const { who, browser } = await watched("pharmacist");
  await sendNotice(await notice(who, "refund_needs_person"), NOON);
  expect(await push.shown(browser)).toHaveLength(1);
});

test("a browser that has let go is forgotten, and the others are still shown it", async () => {
  const { who, browser } = await watched();
  const other = await push.browser();
  await watch({ actor: who, now: addMinutes(NOON, 1) }, other);
  await push.letGo(browser);
  await sendNotice(await notice(who), NOON);
  expect(await push.shown(other)).toHaveLength(1);
  expect(await db().pushSubscription.count({ where: { accountId: who.accountId } })).toBe(1);
});

test("after signing out, or turning it off, nothing is shown", async () => {
  const [out, off] = [await watched(), await watched()];
  await transact({ actor: out.who, now: NOON }, endOwnSession, { sessionId: out.who.sessionId });
  await transact({ actor: off.who, now: NOON }, unwatchNotices, { endpoint: off.browser.endpoint });
  for (const { who, browser } of [out, off]) {
    await sendNotice(await notice(who), NOON);
    expect(await push.shown(browser)).toEqual([]);
  }
});

test("a browser passes to whoever signs in there next", async () => {
  const { who, browser } = await watched();
  const next = await watched();
  await watch({ actor: next.who, now: NOON }, browser);
  await sendNotice(await notice(who), NOON);
  expect(await push.shown(browser)).toEqual([]);
  await sendNotice(await notice(next.who), NOON);
  expect(await push.shown(browser)).toHaveLength(1);
});

test("nobody turns off another's browser", async () => {
  const { who, browser } = await watched();
  await transact({ actor: await person("patient"), now: NOON }, unwatchNotices, { endpoint: browser.endpoint });
  expect(await db().pushSubscription.count({ where: { accountId: who.accountId } })).toBe(1);
});

test("a push service that is down is tried again", async () => {
  const { who, browser } = await watched();
  const id = await notice(who);
  await push.fail({ down: true });
  await expect(sendNotice(id, NOON)).rejects.toThrow();
  await push.fail({ down: false });
  await sendNotice(id, NOON);
  expect(await push.shown(browser)).toHaveLength(1);
  expect(await deliveries(id)).toEqual([{ channel: "push", status: "sent" }]);
});

test("an address inside the hospital's own network is no push service", async () => {
  const actor = await person("patient");
  const browser = { ...(await push.browser()), endpoint: "http://169.254.169.254/latest" };
  await expect(watch({ actor, now: NOON }, browser)).rejects.toMatchObject({ code: "browser_unknown" });
});
