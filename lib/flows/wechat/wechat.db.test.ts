import { createHash } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { bindWechat, unbindWechat } from "@/lib/commands/wechat/bind";
import { db } from "@/lib/db/client";
import { noteFollower } from "@/lib/db/sql/follower";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { wechatStanding } from "@/lib/queries/patient/wechat";
import { NOON, person } from "@/lib/testing/consultation";
import { echoWechat, takeWechatEvent } from "./take-event";

const TOKEN = "testwechattoken";
beforeEach(() => vi.unstubAllEnvs());

const stamp = (at: Date) => String(Math.floor(at.getTime() / 1000));

function signed(at = NOON, token = TOKEN) {
  const [timestamp, nonce] = [stamp(at), "12345"];
  const signature = createHash("sha1").update([token, timestamp, nonce].sort().join("")).digest("hex");
  return new URLSearchParams({ signature, timestamp, nonce });
}

const event = (openId: string, kind: string, at = NOON) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${openId}]]></FromUserName>
   <CreateTime>${stamp(at)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${kind}]]></Event></xml>`;

const run = { actor: systemActor("wechat"), now: NOON };
const take = (openId: string, kind: string, at = NOON, query = signed()) =>
  takeWechatEvent(run, event(openId, kind, at), query);
const follows = async (openId: string) =>
  (await db().wechatFollower.findUnique({ where: { openId } }))?.isFollowing ?? null;
const openIdFor = (name: string) => `o-${name}-${Math.random().toString(36).slice(2)}`;

test("whoever follows is welcomed with the way in, and known as a follower until he or she leaves", async () => {
  const openId = openIdFor("wang");
  const reply = await take(openId, "subscribe");
  expect(reply).toContain(`<ToUserName><![CDATA[${openId}]]></ToUserName>`);
  expect(reply).toContain("http://localhost:3999/wechat/enter?to=home");
  expect(await follows(openId)).toBe(true);
  expect(await take(openId, "unsubscribe", addMinutes(NOON, 1))).toBeNull();
  expect(await follows(openId)).toBe(false);
});

test("a double or a straggler changes nothing", async () => {
  const openId = openIdFor("late");
  await take(openId, "unsubscribe", addMinutes(NOON, 2));
  await take(openId, "subscribe", addMinutes(NOON, 1));
  await take(openId, "unsubscribe", addMinutes(NOON, 2));
  expect(await follows(openId)).toBe(false);
});

test.each([
  ["another token", signed(NOON, "guessed")],
  ["six minutes ago", signed(addMinutes(NOON, -6))],
  ["six minutes ahead", signed(addMinutes(NOON, 6))],
  ["nothing", new URLSearchParams()],
])("an event signed with %s is not believed", async (_, query) => {
  const openId = openIdFor("forged");
  await expect(take(openId, "subscribe", NOON, query)).rejects.toMatchObject({ code: "bad_signature" });
  expect(await follows(openId)).toBeNull();
  expect(() => echoWechat(run, query)).toThrow(expect.objectContaining({ code: "bad_signature" }));
});

test.each([
  ["no XML", "not xml <<<"],
  ["an empty body", ""],
  ["entities", `<!DOCTYPE x [<!ENTITY a "aaaa">]>${event("o-x", "subscribe")}`],
  ["nobody's event", event("", "subscribe")],
  ["a time that is none", event("o-x", "subscribe").replace(/<CreateTime>\d+/, "<CreateTime>soon")],
])("%s is refused", async (_, raw) => {
  await expect(takeWechatEvent(run, raw, signed())).rejects.toMatchObject({ code: "invalid_input" });
});

test("what one makes of the address is said back", () => {
  const query = signed();
  query.set("echostr", "48151623");
  expect(echoWechat(run, query)).toBe("48151623");
});

test("a WeChat belongs to one account: of two that bind it at once one is refused; let go, it can be bound again", async () => {
  const [one, other] = await Promise.all([person("patient"), person("patient")]);
  const openId = openIdFor("shared");
  const bind = (actor: typeof one) => transact({ actor, now: NOON }, bindWechat, { openId });
  const results = await Promise.allSettled([bind(one), bind(other)]);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(["wechat_taken"]);
  const [holder, left] = results[0].status === "fulfilled" ? [one, other] : [other, one];
  expect([await wechatStanding(holder), await wechatStanding(left)]).toEqual(["not_following", "unbound"]);
  await noteFollower(openId, true, NOON);
  expect(await wechatStanding(holder)).toBe("following");
  await transact({ actor: holder, now: NOON }, unbindWechat, undefined);
  await expect(transact({ actor: holder, now: NOON }, unbindWechat, undefined)).rejects.toMatchObject({
    code: "not_found",
  });
  await bind(left);
  expect(
    await db().auditEvent.count({ where: { subjectId: holder.accountId, action: { startsWith: "wechat." } } }),
  ).toBe(2);
});

test("staff bind no WeChat", async () => {
  const doctor = await person("doctor");
  await expect(transact({ actor: doctor, now: NOON }, bindWechat, { openId: "o-doctor" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
