import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { plain, post, serve } from "../http";
import { startWechat } from "./start-wechat";

const templates = [{ id: "tpl-accepted", title: "接诊提醒", fields: { thing1: "就诊人", time2: "时间" } }];
const followers = [
  { openId: "o-wang", name: "王芳" },
  { openId: "o-li", name: "<b>李娜</b>", isFollowing: false },
];
const minute = 60_000;

let dataFolder: string;
let clock: number;
let standIn: Awaited<ReturnType<typeof startWechat>>;
const start = () =>
  startWechat({ port: 0, appId: "wx-1", appSecret: "s-1", followers, templates, dataFolder, now: () => clock });
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "wechat-"));
  clock = Date.parse("2026-03-01T08:00:00Z");
  standIn = await start();
});
afterEach(async () => {
  await standIn.close();
  await rm(dataFolder, { recursive: true });
});

async function call(path: string, body?: unknown) {
  const init =
    body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
  const answer = await fetch(standIn.url + path, init);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { errcode?: number; msgid?: number; access_token: string; expires_in: number };
}
const asked = (change = {}) => ({ grant_type: "client_credential", appid: "wx-1", secret: "s-1", ...change });
const token = (change = {}) => call(`/cgi-bin/token?${new URLSearchParams(asked(change))}`);
const stable = (change = {}) => call("/cgi-bin/stable_token", asked(change));
const notice = (change = {}) => ({
  touser: "o-wang",
  template_id: "tpl-accepted",
  url: "http://127.0.0.1:3000/patient",
  data: { thing1: { value: "王小宝" }, time2: { value: "2026年3月1日 16:00" } },
  ...change,
});
const send = async (change = {}, accessToken?: string) =>
  call(`/cgi-bin/message/template/send?access_token=${accessToken ?? (await stable()).access_token}`, notice(change));
const inbox = async (openId: string) => (await fetch(`${standIn.url}/messages?openid=${openId}`)).json();
const page = async () => (await fetch(standIn.url)).text();

test("a notice reaches the follower's phone with its fields and a link that works", async () => {
  expect(await send()).toMatchObject({ errcode: 0, msgid: expect.any(Number), errmsg: "ok" });
  expect(await inbox("o-wang")).toMatchObject([
    {
      title: "接诊提醒",
      fields: [{ label: "就诊人", value: "王小宝" }, { label: "时间" }],
      sentAt: "2026-03-01T08:00:00.000Z",
    },
  ]);
  const shown = await page();
  expect(shown).toContain("王小宝");
  expect(shown).toContain('href="http://127.0.0.1:3000/patient"');
  expect(shown).toContain("&lt;b&gt;李娜");
});

test("a link that is no web address is not offered for clicking", async () => {
  await send({ url: "javascript:alert(1)" });
  expect(await page()).not.toContain("javascript:");
});

test.each([
  [{ appid: "wx-2" }, 40013],
  [{ appid: "" }, 41002],
  [{ secret: "guessed" }, 40125],
  [{ secret: "" }, 41004],
  [{ grant_type: "password" }, 40002],
])("no token for %j: %i, from either end point", async (change, errcode) => {
  expect(await token(change)).toMatchObject({ errcode });
  expect(await stable(change)).toMatchObject({ errcode });
});

test.each([
  [{ touser: "o-nobody" }, 40003],
  [{ touser: "o-li" }, 43004],
  [{ template_id: "tpl-other" }, 40037],
  [{ data: { thing1: { value: "王小宝" } } }, 47003],
  [{ data: { thing1: { value: "王".repeat(21) }, time2: { value: "16:00" } } }, 47003],
  [{ data: "nothing" }, 47001],
])("a notice with %j is refused with %i and reaches no phone", async (change, errcode) => {
  expect(await send(change)).toMatchObject({ errcode });
  expect(await inbox("o-wang")).toEqual([]);
});

test("a token that is missing, made up or over is told apart", async () => {
  const { access_token: mine, expires_in } = await token();
  expect(expires_in).toBe(7200);
  expect(await call("/cgi-bin/message/template/send", notice())).toMatchObject({ errcode: 41001 });
  expect(await send({}, "made-up")).toMatchObject({ errcode: 40001 });
  clock += 119 * minute;
  expect(await send({}, mine)).toMatchObject({ errcode: 0 });
  clock += 1 * minute;
  expect(await send({}, mine)).toMatchObject({ errcode: 42001 });
});

test("a newer token ends the one before after five minutes", async () => {
  const { access_token: first } = await token();
  const { access_token: second } = await token();
  expect(second).not.toBe(first);
  clock += 4 * minute;
  expect(await send({}, first)).toMatchObject({ errcode: 0 });
  clock += 1 * minute;
  expect(await send({}, first)).toMatchObject({ errcode: 40001 });
  expect(await send({}, second)).toMatchObject({ errcode: 0 });
});

test("the stable token stays the same until it is nearly over, or is forced", async () => {
  const { access_token: first } = await stable();
  await token();
  clock += 1 * minute;
  expect(await stable()).toEqual({ access_token: first, expires_in: 7140 });
  const { access_token: forced } = await stable({ force_refresh: true });
  expect(forced).not.toBe(first);
  expect(await send({}, first)).toMatchObject({ errcode: 40001 });
  expect((await stable({ force_refresh: true })).access_token).toBe(forced);
  clock += 116 * minute;
  const { access_token: next } = await stable();
  expect(next).not.toBe(forced);
  expect(await send({}, forced)).toMatchObject({ errcode: 0 });
});

test("the same notice sent twice with its own id arrives once", async () => {
  const first = await send({ client_msg_id: "n-1" });
  expect(await send({ client_msg_id: "n-1" })).toEqual(first);
  expect(await inbox("o-wang")).toHaveLength(1);
  await send({ client_msg_id: "n-2" });
  expect(await inbox("o-wang")).toHaveLength(2);
});

test("tokens, messages and a change of mind outlive a restart", async () => {
  const { access_token: mine } = await token();
  await send({}, mine);
  const follow = (openId: string, answer: string) =>
    fetch(`${standIn.url}/followers/${openId}`, { method: "POST", body: new URLSearchParams({ follow: answer }) });
  await follow("o-wang", "no");
  expect((await follow("o-nobody", "yes")).status).toBe(404);
  await standIn.close();
  standIn = await start();
  expect(await inbox("o-wang")).toHaveLength(1);
  expect(await send({}, mine)).toMatchObject({ errcode: 43004 });
  await follow("o-wang", "yes");
  const again = await send({}, mine);
  expect(again.errcode).toBe(0);
  expect((await inbox("o-wang")).map(({ msgid }: { msgid: number }) => msgid)[0]).toBe(again.msgid);
});

test("the switches expire tokens, empty the quota, and take followers or the whole of WeChat away", async () => {
  const { access_token: mine } = await stable();
  expect(await call("/faults", { expireTokens: true })).toMatchObject({ expireTokens: false });
  expect(await send({}, mine)).toMatchObject({ errcode: 42001 });
  expect(await send()).toMatchObject({ errcode: 0 });
  await call("/faults", { quota: 1 });
  expect(await send()).toMatchObject({ errcode: 0 });
  expect(await send()).toMatchObject({ errcode: 45009 });
  await call("/faults", { quota: null, unsubscribed: ["o-wang"] });
  expect(await send()).toMatchObject({ errcode: 43004 });
  await call("/faults", { unsubscribed: [], down: true });
  await expect(stable()).rejects.toThrow("fetch failed");
  expect((await fetch(`${standIn.url}/health`)).status).toBe(200);
});

test("a body that is no JSON is WeChat's 47001, not a crash", async () => {
  expect(await call("/cgi-bin/stable_token", "{")).toMatchObject({ errcode: 47001 });
});

/** Presses a button on the page that asks whose phone it is; where the browser is sent then. */
async function authorize(openid: string, change: Partial<Record<string, string>> = {}) {
  const asked = {
    ...{ appid: "wx-1", response_type: "code", scope: "snsapi_base", state: "s1" },
    ...{ redirect_uri: "http://localhost:3000/back", ...change },
  };
  const shown = await fetch(`${standIn.url}/connect/oauth2/authorize?${new URLSearchParams(asked)}`);
  if (!shown.ok) return { refused: await shown.text() };
  expect(await shown.text()).toContain("王芳");
  const body = new URLSearchParams({ redirect_uri: asked.redirect_uri, state: asked.state, openid });
  const answer = await fetch(`${standIn.url}/connect/oauth2/authorize`, { method: "POST", body, redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  return { code: back.searchParams.get("code") ?? "", state: back.searchParams.get("state"), back };
}
const redeem = (code: string, change = {}) =>
  call(
    `/sns/oauth2/access_token?${new URLSearchParams({ appid: "wx-1", secret: "s-1", code, grant_type: "authorization_code", ...change })}`,
  );

test("web authorization says whose phone it is: a code that serves once within five minutes", async () => {
  const { code = "", state } = await authorize("o-wang");
  expect(state).toBe("s1");
  expect(await redeem(code, { secret: "guessed" })).toMatchObject({ errcode: 40125 });
  expect(await redeem(code, { appid: "wx-2" })).toMatchObject({ errcode: 40013 });
  expect(await redeem(code)).toMatchObject({ openid: "o-wang", scope: "snsapi_base" });
  expect(await redeem(code)).toMatchObject({ errcode: 40029 });
  const late = await authorize("o-wang");
  clock += 5 * minute;
  expect(await redeem(late.code ?? "")).toMatchObject({ errcode: 42003 });
});

test("whoever refuses comes back without a code; a foreign account or scope asks nobody", async () => {
  const { back } = await authorize("");
  expect([back?.searchParams.get("code"), back?.searchParams.get("state")]).toEqual([null, "s1"]);
  for (const change of [{ appid: "wx-2" }, { scope: "everything" }, { redirect_uri: "javascript:alert(1)" }])
    expect(await authorize("o-wang", change)).toHaveProperty("refused");
});

test("the menu is published, read back, and shown to followers alone", async () => {
  const query = `access_token=${(await stable()).access_token}`;
  expect(await call(`/cgi-bin/menu/get?${query}`)).toMatchObject({ errcode: 46003 });
  const button = [
    { name: "智慧医院", sub_button: [{ type: "view", name: "互联网医院", url: "http://localhost:3000/w" }] },
  ];
  expect(await call(`/cgi-bin/menu/create?${query}`, { button })).toMatchObject({ errcode: 0 });
  expect(await call(`/cgi-bin/menu/get?${query}`)).toMatchObject({ menu: { button } });
  expect((await page()).match(/互联网医院/g)).toHaveLength(1);
  expect(await call(`/cgi-bin/menu/create?${query}`, { button: [] })).toMatchObject({ errcode: 40016 });
  expect(await call("/cgi-bin/menu/get?access_token=made-up")).toMatchObject({ errcode: 40001 });
});

test("who follows is told to the call-back, signed, and can be asked", async () => {
  const heard: { query: URLSearchParams; body: string }[] = [];
  const door = await serve({
    port: 0,
    routes: [
      post("/", ({ query, text }) => {
        heard.push({ query, body: text() });
        return plain("success");
      }),
    ],
  });
  await standIn.close();
  const callBack = { url: `${door.url}/`, token: "tok" };
  const options = { port: 0, appId: "wx-1", appSecret: "s-1", followers, templates, dataFolder, now: () => clock };
  standIn = await startWechat({ ...options, callBack });
  const query = `access_token=${(await stable()).access_token}&openid=o-li`;
  expect(await call(`/cgi-bin/user/info?${query}`)).toMatchObject({ subscribe: 0 });
  const scene = { action_name: "QR_LIMIT_STR_SCENE", action_info: { scene: { scene_str: "hospital" } } };
  const made = (await call(`/cgi-bin/qrcode/create?${query}`, scene)) as unknown as { url: string };
  expect(await (await fetch(made.url)).text()).toContain("李娜");
  await fetch(`${standIn.url}/followers/o-li`, { method: "POST", body: new URLSearchParams({ follow: "yes" }) });
  expect(await call(`/cgi-bin/user/info?${query}`)).toMatchObject({ subscribe: 1 });
  const button = [{ type: "view", name: "互联网医院", url: "http://localhost:3000/w" }];
  await call(`/cgi-bin/menu/create?${query}`, { button });
  const press = (url: string) =>
    fetch(`${standIn.url}/menu/o-li?${new URLSearchParams({ url })}`, { redirect: "manual" });
  expect((await press("http://localhost:3000/w")).headers.get("location")).toBe("http://localhost:3000/w");
  expect((await press("https://evil.example/")).status).toBe(404);
  const [event, pressed] = heard;
  expect(pressed?.body).toContain("<Event><![CDATA[VIEW]]></Event>");
  expect(heard).toHaveLength(2);
  expect(event?.body).toContain("<Event><![CDATA[subscribe]]></Event>");
  const parts = ["tok", event?.query.get("timestamp") ?? "", event?.query.get("nonce") ?? ""].sort().join("");
  expect(event?.query.get("signature")).toBe(createHash("sha1").update(parts).digest("hex"));
  await door.close();
});
