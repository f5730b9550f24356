import { createECDH } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import webpush from "web-push";
import { startPush } from "./start-push";

let standIn: Awaited<ReturnType<typeof startPush>>;
beforeAll(async () => {
  standIn = await startPush({ port: 0 });
});
afterAll(() => standIn.close());

const keys = webpush.generateVAPIDKeys();

async function browser(applicationServerKey = keys.publicKey) {
  const answer = await fetch(`${standIn.url}/subscriptions`, {
    method: "POST",
    body: JSON.stringify({ applicationServerKey }),
  });
  return (await answer.json()) as webpush.PushSubscription;
}
const messages = async ({ endpoint }: webpush.PushSubscription) =>
  (await (await fetch(endpoint.replace("/push/", "/messages/"))).json()) as { text: string }[];

/** What the library would send, over this service's plain connection. */
async function send(to: webpush.PushSubscription, text: string, change: Record<string, string> = {}) {
  const vapidDetails = { subject: "mailto:a@hospital.example", ...keys };
  const made = webpush.generateRequestDetails(to, text, { vapidDetails, TTL: 60 });
  const headers = Object.fromEntries(Object.entries({ ...made.headers, ...change }).map(([k, v]) => [k, String(v)]));
  return (await fetch(made.endpoint, { method: "POST", headers, body: new Uint8Array(made.body as Buffer) })).status;
}

test("what the library seals for a browser, the browser opens", async () => {
  const to = await browser();
  expect(await send(to, "有一条通知 é")).toBe(201);
  expect(await messages(to)).toMatchObject([{ text: "有一条通知 é" }]);
});

test("a key that did not subscribe, a changed token and one for another service are refused", async () => {
  const ecdh = createECDH("prime256v1");
  expect(await send(await browser(ecdh.generateKeys("base64url")), "x")).toBe(403);
  const to = await browser();
  const own = webpush.getVapidHeaders(
    "https://elsewhere.example",
    "mailto:a@hospital.example",
    keys.publicKey,
    keys.privateKey,
    "aes128gcm",
  );
  expect(await send(to, "x", { Authorization: own.Authorization })).toBe(403);
  expect(await send(to, "x", { Authorization: `vapid t=a.b.c, k=${keys.publicKey}` })).toBe(403);
  expect(await messages(to)).toEqual([]);
});

test("a browser that has let go says so, one that never was is not found", async () => {
  const to = await browser();
  await fetch(to.endpoint.replace("/push/", "/subscriptions/").concat("/end"), { method: "POST" });
  expect(await send(to, "x")).toBe(410);
  expect(await send({ ...to, endpoint: `${standIn.url}/push/none` }, "x")).toBe(404);
});
