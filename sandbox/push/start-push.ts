import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, json, plain, post, Refusal, type Reply, serve } from "../http";
import { html, page } from "../page";
import { type BrowserKeys, openMessage, vapidFlaw } from "./message";

interface Browser extends BrowserKeys {
  readonly applicationKey: string;
  readonly messages: { readonly text: string; readonly at: string }[];
  isGone: boolean;
}

const subscribe = z.strictObject({ applicationServerKey: z.base64url() });
const faultSchema = z.strictObject({ down: z.boolean() }).partial();

/**
 * A stand-in for a browser's push service (RFC 8030), and for the browsers that subscribe to it.
 *
 * Covered: POST /push/:id with `vapid` authorization (403), `aes128gcm` content (400), TTL (400), 404 and 410 for what is not there
 * (any more), 201. Not covered: receipts, topics that replace, keeping for browsers that are away.
 *
 * Beside the protocol: POST /subscriptions `{ applicationServerKey }` makes a browser and answers what `PushSubscription.toJSON()`
 * says; POST /subscriptions/:id/end lets it go; GET /messages/:id is what it could open, the newest first; `/` shows all;
 * `/health`; `/faults` takes `{ down }`. Nothing is kept over a restart.
 */
export async function startPush({ port, now = Date.now }: { port: number; now?: () => number }) {
  const browsers = new Map<string, Browser>();
  const faults = { down: false };
  const browser = (id: string): Browser => {
    const found = browsers.get(id);
    if (!found) throw new Refusal(404, "no such subscription");
    return found;
  };

  const routes = [
    get("/", () => inboxPage([...browsers.values()].flatMap(({ messages }) => messages))),
    get("/health", () => plain("ok")),
    ...faultRoutes(faults, faultSchema),
    post("/subscriptions", (incoming) => {
      const wanted = subscribe.safeParse(incoming.json());
      if (!wanted.success) throw new Refusal(400, "applicationServerKey is missing");
      const ecdh = createECDH("prime256v1");
      const publicKey = ecdh.generateKeys();
      const [id, auth] = [randomUUID(), randomBytes(16)];
      browsers.set(id, {
        ...{ publicKey, privateKey: ecdh.getPrivateKey(), auth, messages: [], isGone: false },
        applicationKey: wanted.data.applicationServerKey,
      });
      return json({
        endpoint: `${serving.url}/push/${id}`,
        expirationTime: null,
        keys: { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") },
      });
    }),
    post("/subscriptions/:id/end", ({ params }) => {
      browser(params.id).isGone = true;
      return plain("gone");
    }),
    get("/messages/:id", ({ params }) => json(browser(params.id).messages.toReversed())),
    post("/push/:id", (incoming) => {
      const receiver = browser(incoming.params.id);
      if (receiver.isGone) throw new Refusal(410, "unsubscribed");
      const { authorization = "", ttl, "content-encoding": encoding } = incoming.headers;
      const flaw = vapidFlaw(authorization, serving.url, receiver.applicationKey, now());
      if (flaw) throw new Refusal(403, flaw);
      if (encoding !== "aes128gcm" || !/^\d+$/.test(String(ttl))) throw new Refusal(400, "content-encoding or ttl");
      receiver.messages.push({ text: openMessage(incoming.body, receiver), at: new Date(now()).toISOString() });
      return { status: 201, headers: { location: `${serving.url}/messages/${incoming.params.id}` } };
    }),
  ];
  const before = ({ method, path }: { method: string; path: string }) =>
    faults.down && method === "POST" && path.startsWith("/push/") ? hangUp : undefined;
  const serving = await serve({ port, routes, before });
  return { url: serving.url, port: serving.port, close: serving.close };
}

function inboxPage(messages: readonly { text: string; at: string }[]): Reply {
  const rows = messages
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, 50)
    .map(({ text, at }) => html`<tr><td>${text}</td><td>${at}</td></tr>`);
  return page({
    title: "浏览器推送 Web push",
    refreshSeconds: 5,
    body: html`<h1>浏览器推送 Web push</h1>
<p class="muted">浏览器收到的推送，最新的在前。 What browsers were sent, the newest first.</p>
<table><thead><tr><th>内容 Text</th><th>时间 At</th></tr></thead><tbody>${rows}</tbody></table>`,
  });
}
