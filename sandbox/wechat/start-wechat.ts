import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, json, loopbackOnly, plain, post, Refusal, type Reply, redirect, serve } from "../http";
import { openStore } from "../store";
import { expireAll, issueToken, stableToken, tokenFlaw } from "./access-token";
import {
  type Faults,
  type Follower,
  isFollowing,
  type MenuButton,
  nothingYet,
  type Template,
  type Token,
} from "./account";
import { type CallBack, sendEvent } from "./events";
import { followPage, inboxPage } from "./inbox-page";
import { sendTemplateMessage } from "./template-message";
import { authorizeFlaw, authorizePage, grantCode, redeem } from "./web-authorization";

const faultSchema = z
  .strictObject({
    expireTokens: z.boolean(),
    unsubscribed: z.array(z.string()),
    quota: z.int().min(0).nullable(),
    down: z.boolean(),
  })
  .partial();
const credentials = z.object({
  grant_type: z.string().optional(),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().optional(),
});

const buttonSchema: z.ZodType<MenuButton> = z.object({
  name: z.string().min(1).max(16),
  type: z.string().optional(),
  url: z.url().max(1024).optional(),
  get sub_button() {
    return z.array(buttonSchema).max(5).optional();
  },
});
const menuSchema = z.object({ button: z.array(buttonSchema).min(1).max(3) });
const sceneSchema = z.object({
  action_name: z.literal("QR_LIMIT_STR_SCENE"),
  action_info: z.object({ scene: z.object({ scene_str: z.string().min(1).max(64) }) }),
});

export type StartWechat = {
  port: number;
  appId: string;
  appSecret: string;
  /** Everybody who has a phone here. */
  followers: Follower[];
  /** What the account may send; without it any well-formed template id passes and keys stand for labels. */
  templates?: Template[];
  /** Where events go, and the token they are signed with; without it nobody is told of them. */
  callBack?: CallBack;
  dataFolder: string;
  now?: () => number;
};

/**
 * A stand-in for a WeChat official account (服务号): notices, sign-in, menu and followers.
 *
 * Covered: GET /cgi-bin/token, POST /cgi-bin/stable_token (lifetimes, hand-over and forced refresh as documented),
 * POST /cgi-bin/message/template/send; web authorization (/connect/oauth2/authorize, where one says whose phone it is, and
 * /sns/oauth2/access_token, whose codes serve once within five minutes); /cgi-bin/user/info, menu/get, menu/create, and
 * qrcode/create for a lasting scene. Who follows, leaves or presses the menu is told to the call-back, signed, as XML in plain mode.
 * Answers are 200 with errcode: 40001, 40002, 40003, 40013, 40016, 40029, 40037, 40053, 40125, 41001, 41002, 41004, 42001,
 * 42003, 43004, 45009, 46003, 47001, 47003. A repeated client_msg_id within ten minutes sends nothing and
 * answers with the first msgid (the documents promise one message, not the answer).
 * Not covered: IP allow-list, call quotas of the token end points, mini-program jumps, delivery events, conditional menus,
 * call-backs in safe mode, showing of replies, formats of times and amounts.
 *
 * Beside the protocol: `/` is everybody's phone (`/?openid=` one), GET /messages?openid= the same as JSON, `/health`
 * answers 200, `/faults` takes `{ expireTokens, unsubscribed, quota, down }`: `expireTokens: true` ends all tokens once.
 * Tokens, messages and who follows are kept in `wechat.json` in `dataFolder`.
 */
export async function startWechat(
  options: StartWechat,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const { followers, templates, now = Date.now } = options;
  const store = await openStore(join(options.dataFolder, "wechat.json"), nothingYet);
  const faults: Faults & { expireTokens: boolean } = {
    expireTokens: false,
    unsubscribed: [],
    quota: null,
    down: false,
  };
  const account = { followers, templates, memory: store.value, faults };

  async function tell(openId: string, event: string, key?: string) {
    if (options.callBack) await sendEvent(options.callBack, { openId, event, key }, now());
  }

  function grant(given: z.infer<typeof credentials>, issue: () => Token): Reply {
    if (given.grant_type !== "client_credential") return failure(40002, "invalid grant_type");
    if (!given.appid) return failure(41002, "appid missing");
    if (!given.secret) return failure(41004, "appsecret missing");
    if (given.appid !== options.appId) return failure(40013, "invalid appid");
    if (given.secret !== options.appSecret) return failure(40125, "invalid appsecret");
    const { value, expiresAt } = store.change(issue);
    return json({ access_token: value, expires_in: Math.floor((expiresAt - now()) / 1000) });
  }

  const routes = [
    get("/", ({ query }) => inboxPage(account, query.get("openid"))),
    get("/health", () => plain("ok")),
    get("/messages", ({ query }) => {
      const openId = query.get("openid");
      return json(store.value.messages.filter((message) => openId === null || message.openId === openId));
    }),
    post(
      "/followers/:openId",
      loopbackOnly(async ({ params: { openId }, form }) => {
        if (!followers.some((follower) => follower.openId === openId))
          throw new Refusal(404, "Nobody has that open id.");
        const follows = form().get("follow") === "yes";
        store.change((memory) => {
          memory.follows[openId] = follows;
        });
        await tell(openId, follows ? "subscribe" : "unsubscribe");
        return redirect(`/#${encodeURIComponent(openId)}`);
      }),
    ),
    get("/menu/:openId", async ({ params: { openId }, query }) => {
      const entries = (store.value.menu ?? []).flatMap((button) => [button, ...(button.sub_button ?? [])]);
      const entry = entries.find(({ url }) => url !== undefined && url === query.get("url"));
      if (!entry?.url) throw new Refusal(404, "The menu has no such entry.");
      await tell(openId, "VIEW", entry.url);
      return redirect(entry.url);
    }),
    get("/q/:scene", () => followPage(account)),
    get("/connect/oauth2/authorize", ({ query }) => {
      const flaw = authorizeFlaw(query, options.appId);
      return flaw ? plain(flaw, 400) : authorizePage(query, followers);
    }),
    post(
      "/connect/oauth2/authorize",
      loopbackOnly(({ form }) => {
        const [given, openId] = [form(), form().get("openid") ?? ""];
        const back = new URL(given.get("redirect_uri") ?? "");
        const isKnown = followers.some((follower) => follower.openId === openId);
        if (isKnown)
          back.searchParams.set(
            "code",
            store.change((memory) => grantCode(memory, openId, now())),
          );
        back.searchParams.set("state", given.get("state") ?? "");
        return redirect(back.href);
      }),
    ),
    get("/sns/oauth2/access_token", ({ query }) => {
      if (query.get("appid") !== options.appId) return failure(40013, "invalid appid");
      if (query.get("secret") !== options.appSecret) return failure(40125, "invalid appsecret");
      if (query.get("grant_type") !== "authorization_code") return failure(40002, "invalid grant_type");
      const found = store.change((memory) => redeem(memory, query.get("code") ?? "", now()));
      if (typeof found === "number") return failure(found, "invalid code");
      const access = { access_token: randomBytes(32).toString("base64url"), refresh_token: "", expires_in: 7200 };
      return json({ ...access, openid: found, scope: "snsapi_base" });
    }),
    get("/cgi-bin/user/info", ({ query }) => {
      const flaw = tokenFlaw(store.value, query.get("access_token"), now());
      if (flaw) return failure(...flaw);
      const openId = query.get("openid") ?? "";
      const follower = followers.find((one) => one.openId === openId);
      if (!follower) return failure(40003, "invalid openid");
      return json({ subscribe: isFollowing(follower, store.value, faults) ? 1 : 0, openid: openId });
    }),
    get("/cgi-bin/menu/get", ({ query }) => {
      const flaw = tokenFlaw(store.value, query.get("access_token"), now());
      if (flaw) return failure(...flaw);
      const { menu } = store.value;
      return menu ? json({ menu: { button: menu } }) : failure(46003, "menu no exist");
    }),
    post("/cgi-bin/menu/create", (incoming) => {
      const flaw = tokenFlaw(store.value, incoming.query.get("access_token"), now());
      if (flaw) return failure(...flaw);
      const wanted = menuSchema.safeParse(jsonIn(incoming.text()));
      if (!wanted.success) return failure(40016, "invalid button size");
      store.change((memory) => {
        memory.menu = wanted.data.button;
      });
      return json({ errcode: 0, errmsg: "ok" });
    }),
    post("/cgi-bin/qrcode/create", (incoming) => {
      const flaw = tokenFlaw(store.value, incoming.query.get("access_token"), now());
      if (flaw) return failure(...flaw);
      const wanted = sceneSchema.safeParse(jsonIn(incoming.text()));
      if (!wanted.success) return failure(40053, "invalid action info");
      const scene = wanted.data.action_info.scene.scene_str;
      return json({
        ticket: randomBytes(24).toString("base64url"),
        url: `${serving.url}/q/${encodeURIComponent(scene)}`,
      });
    }),
    ...faultRoutes(faults, faultSchema, () => {
      if (faults.expireTokens) store.change((memory) => expireAll(memory, now()));
      faults.expireTokens = false;
    }),
    get("/cgi-bin/token", ({ query }) => grant(Object.fromEntries(query), () => issueToken(store.value, now()))),
    post("/cgi-bin/stable_token", (incoming) => {
      const given = credentials.safeParse(jsonIn(incoming.text()));
      if (!given.success) return failure(47001, "data format error");
      return grant(given.data, () => stableToken(store.value, now(), given.data.force_refresh ?? false));
    }),
    post("/cgi-bin/message/template/send", (incoming) => {
      const flaw = tokenFlaw(store.value, incoming.query.get("access_token"), now());
      if (flaw) return failure(...flaw);
      const sent = store.change(() => sendTemplateMessage(account, jsonIn(incoming.text()), now()));
      return "errmsg" in sent ? failure(sent.errcode, sent.errmsg) : json({ ...sent, errmsg: "ok" });
    }),
  ];
  const before = ({ path }: { path: string }) => (faults.down && path.startsWith("/cgi-bin/") ? hangUp : undefined);
  const serving = await serve({ port: options.port, routes, before });
  return {
    url: serving.url,
    port: serving.port,
    async close() {
      await serving.close();
      await store.close();
    },
  };
}

function failure(errcode: number, errmsg: string): Reply {
  const rid = randomBytes(12).toString("hex").match(/.{8}/g)?.join("-");
  return json({ errcode, errmsg: `${errmsg} rid: ${rid}` });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
