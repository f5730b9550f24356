import { createHash, createHmac } from "node:crypto";
import type PusherServer from "pusher";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { app, heard, openClinic, subscribed } from "./official-clients";

let clinic: Awaited<ReturnType<typeof openClinic>>;
beforeEach(async () => {
  clinic = await openClinic();
});
afterEach(() => clinic.close());

const statusOf = (request: Promise<{ status: number }>) =>
  request.then(
    ({ status }) => status,
    (error: PusherServer.RequestError) => error.status,
  );

/** A request signed here, so that each part of the signature can be wrong on its own. */
async function trigger(changed: { at?: number; md5?: string; version?: string; sign?: (text: string) => string } = {}) {
  const body = JSON.stringify({ name: "message", channels: ["room"], data: "1" });
  const query = [
    `auth_key=${app.key}`,
    `auth_timestamp=${changed.at ?? Math.floor(Date.now() / 1000)}`,
    `auth_version=${changed.version ?? "1.0"}`,
    `body_md5=${changed.md5 ?? createHash("md5").update(body).digest("hex")}`,
  ].join("&");
  const text = `POST\n/apps/${app.appId}/events\n${query}`;
  const signature = (changed.sign ?? ((t) => createHmac("sha256", app.secret).update(t).digest("hex")))(text);
  const path = `/apps/${app.appId}/events?${query}&auth_signature=${signature}`;
  return (await fetch(clinic.standIn.url + path, { method: "POST", body })).status;
}

test("a trigger signed with another secret, another key or for another app is refused", async () => {
  expect(await statusOf(clinic.server({ secret: "guessed" }).trigger("room", "message", 1))).toBe(401);
  expect(await statusOf(clinic.server({ key: "other" }).trigger("room", "message", 1))).toBe(401);
  expect(await statusOf(clinic.server({ appId: "9" }).trigger("room", "message", 1))).toBe(404);
  expect(await statusOf(clinic.server().trigger("room", "message", 1))).toBe(200);
});

test("a signature is refused when it is old, from the future, for another body, of another version or no hex", async () => {
  const now = Math.floor(Date.now() / 1000);
  expect(await trigger()).toBe(200);
  expect(await trigger({ at: now - 590 })).toBe(200);
  expect(await trigger({ at: now - 610 })).toBe(401);
  expect(await trigger({ at: now + 610 })).toBe(401);
  expect(await trigger({ at: Number.NaN })).toBe(401);
  expect(await trigger({ md5: "0".repeat(32) })).toBe(401);
  expect(await trigger({ version: "2.0" })).toBe(401);
  expect(await trigger({ sign: () => "" })).toBe(401);
  expect(await trigger({ sign: () => "zz" })).toBe(401);
});

test("one trigger reaches a hundred channels, and not a hundred and one", async () => {
  const rooms = Array.from({ length: 101 }, (_, index) => `room-${index}`);
  const messages = heard(await subscribed(await clinic.browser(), "room-99"), "message");
  await clinic.server().trigger(rooms.slice(0, 100), "message", 1);
  await eventually(() => expect(messages).toEqual([1]));
  const body = { name: "message", data: "1", channels: rooms };
  // The official library's type says string; it serializes the body itself.
  const post = clinic.server().post({ path: "/events", body: body as unknown as string });
  expect(await statusOf(post)).toBe(400);
});

test("an event of ten kilobytes passes, and one byte more is too large", async () => {
  expect(await statusOf(clinic.server().trigger("room", "message", "x".repeat(10_240)))).toBe(200);
  expect(await statusOf(clinic.server().trigger("room", "message", "x".repeat(10_241)))).toBe(413);
  expect(await statusOf(clinic.server().trigger("room", "message", "药".repeat(4_000)))).toBe(413);
});

test("a batch brings each channel its own event; eleven are refused, and one too large keeps back the others", async () => {
  const patient = await clinic.browser();
  const [one, two] = [
    heard(await subscribed(patient, "room-1"), "message"),
    heard(await subscribed(patient, "room-2"), "receipt"),
  ];
  const event = (channel: string, data: unknown, name = "message") => ({ channel, name, data });
  const tooLarge = [event("room-1", 0), event("room-2", "x".repeat(10_241))];
  expect(await statusOf(clinic.server().triggerBatch(tooLarge))).toBe(413);
  expect(await statusOf(clinic.server().triggerBatch(Array.from({ length: 11 }, () => event("room-1", 0))))).toBe(400);
  await clinic.server().triggerBatch([event("room-1", 1), event("room-2", { read: 1 }, "receipt")]);
  await eventually(() => expect([one, two]).toEqual([[1], [{ read: 1 }]]));
});

test("the hospital can ask which channels are occupied and who is there", async () => {
  const doctor = await clinic.browser({ userId: "d-1" });
  await subscribed(doctor, "presence-room-1");
  await subscribed(doctor, "private-queue");
  const ask = async (path: string, params = {}) => (await clinic.server().get({ path, params })).json();
  expect(await ask("/channels")).toEqual({ channels: { "presence-room-1": {}, "private-queue": {} } });
  expect(await ask("/channels", { filter_by_prefix: "presence-", info: "user_count" })).toEqual({
    channels: { "presence-room-1": { user_count: 1 } },
  });
  expect(await ask("/channels/private-queue", { info: "subscription_count" })).toEqual({
    occupied: true,
    subscription_count: 1,
  });
  expect(await ask("/channels/private-empty")).toEqual({ occupied: false });
  expect(await ask("/channels/presence-room-1/users")).toEqual({ users: [{ id: "d-1" }] });
  expect(await statusOf(clinic.server().get({ path: "/channels/private-queue/users" }))).toBe(400);
  expect(await statusOf(clinic.server().get({ path: "/channels", params: { info: "user_count" } }))).toBe(400);
});

test("a trigger may ask how many heard it", async () => {
  await subscribed(await clinic.browser({ userId: "d-1" }), "presence-room-1");
  const answer = await clinic
    .server()
    .trigger("presence-room-1", "message", 1, { info: "user_count,subscription_count" });
  expect(await answer.json()).toEqual({ channels: { "presence-room-1": { user_count: 1, subscription_count: 1 } } });
});
