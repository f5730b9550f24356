import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, json, loopbackOnly, plain, post, Refusal, type Reply, redirect, serve } from "../http";
import { openStore } from "../store";
import { expireAll, issueToken, stableToken, tokenFlaw } from "./access-token";
import { type Faults, type Follower, nothingYet, type Template, type Token } from "./account";
import { inboxPage } from "./inbox-page";
import { sendTemplateMessage } from "./template-message";

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

export type StartWechat = {
  port: number;
  appId: string;
  appSecret: string;
  /** Everybody who has a phone here. */
  followers: Follower[];
  /** What the account may send; without it any well-formed template id passes and keys stand for labels. */
  templates?: Template[];
  dataFolder: string;
  now?: () => number;
};

/**
 * A stand-in for the server API of a WeChat official account (服务号), as far as notices need it.
 *
 * Covered: GET /cgi-bin/token, POST /cgi-bin/stable_token (lifetimes, hand-over and forced refresh as documented),
 * POST /cgi-bin/message/template/send. Answers are 200 with errcode: 40001, 40002, 40003, 40013, 40037, 40125, 41001,
 * 41002, 41004, 42001, 43004, 45009, 47001, 47003. A repeated client_msg_id within ten minutes sends nothing and
 * answers with the first msgid (the documents promise one message, not the answer).
 * Not covered: IP allow-list, call quotas of the token end points, mini-program jumps, delivery events, web
 * authorization, menus and replies, formats of times and amounts.
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
      loopbackOnly(({ params: { openId }, form }) => {
        if (!followers.some((follower) => follower.openId === openId))
          throw new Refusal(404, "Nobody has that open id.");
        store.change(({ follows }) => {
          follows[openId] = form().get("follow") === "yes";
        });
        return redirect(`/#${encodeURIComponent(openId)}`);
      }),
    ),
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
