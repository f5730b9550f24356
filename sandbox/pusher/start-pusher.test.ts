import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { app, heard, openClinic, said, subscribed } from "./official-clients";

let clinic: Awaited<ReturnType<typeof openClinic>>;
afterEach(() => clinic.close());

test.each([
  ["/app/unknown?protocol=7", 4001],
  ["/app/clinic-key?protocol=4", 4007],
  ["/app/clinic-key?protocol=seven", 4006],
  ["/app/clinic-key", 4008],
  ["/elsewhere?protocol=7", 4005],
  ["//", 4005],
])("a connection to %s is closed with %i", async (path, code) => {
  clinic = await openClinic();
  const { first } = await clinic.rawSocket(path);
  expect(first.code).toBe(code);
});

test("the official client gives up on an unknown app and says why", async () => {
  clinic = await openClinic();
  const closed = await clinic.browser({ key: "unknown" });
  await eventually(() => expect(closed.connection.state).toBe("disconnected"));
});

test("the greeting tells the socket's id and when to ping, and a ping is answered", async () => {
  clinic = await openClinic({ activityTimeoutSeconds: 33 });
  const { socket, first } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
  const { event, data } = JSON.parse(String(first.data));
  expect(event).toBe("pusher:connection_established");
  expect(JSON.parse(data)).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 33 });
  const pong = new Promise((resolve) => socket.addEventListener("message", ({ data }) => resolve(data)));
  socket.send('{"event":"pusher:ping","data":{}}');
  expect(JSON.parse(String(await pong))).toEqual({ event: "pusher:pong", data: "{}" });
});

test("a quiet connection is pinged, and answers for itself", async () => {
  clinic = await openClinic({ activityTimeoutSeconds: 0.02 });
  const { socket } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
  const ping = await new Promise((resolve) => socket.addEventListener("message", ({ data }) => resolve(data)));
  expect(JSON.parse(String(ping))).toEqual({ event: "pusher:ping", data: "{}" });
});

test.each(["not json", "[]", '{"event":"pusher:nonsense"}', '{"event":"pusher:subscribe","data":{"channel":"ä b"}}'])(
  "%s is answered with an error and the connection lives on",
  async (nonsense) => {
    clinic = await openClinic();
    const { socket } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
    const answers: string[] = [];
    socket.addEventListener("message", ({ data }) => answers.push(JSON.parse(String(data)).event));
    socket.send(nonsense);
    socket.send('{"event":"pusher:ping"}');
    await eventually(() => expect(answers).toEqual(["pusher:error", "pusher:pong"]));
  },
);

test("a lossy network loses what the switch says and delivers again once it is off", async () => {
  let chance = 0;
  clinic = await openClinic({ random: () => chance });
  const messages = heard(await subscribed(await clinic.browser(), "room"), "message");
  await clinic.setFaults({ dropRate: 0.5 });
  await clinic.server().trigger("room", "message", "lost");
  chance = 0.5;
  await clinic.server().trigger("room", "message", "kept");
  await eventually(() => expect(messages).toEqual(["kept"]));
});

test("a stuttering and slow network delivers twice, in order", async () => {
  clinic = await openClinic();
  const messages = heard(await subscribed(await clinic.browser(), "room"), "message");
  await clinic.setFaults({ doubleRate: 1, delayMs: 5 });
  await clinic.server().trigger("room", "message", 1);
  await clinic.server().trigger("room", "message", 2);
  await eventually(() => expect(messages).toEqual([1, 1, 2, 2]));
});

test("an outage cuts the browsers and hangs up on the hospital, and the browser finds its way back", async () => {
  clinic = await openClinic();
  const room = await subscribed(await clinic.browser(), "room");
  const { socket } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
  const cut = once(socket, "close");
  await clinic.setFaults({ down: true });
  expect((await cut)[0].code).toBe(1006);
  await expect(clinic.server().trigger("room", "message", 1)).rejects.toThrow("Request failed");
  await expect(clinic.rawSocket(`/app/${app.key}?protocol=7`)).resolves.toMatchObject({ first: { code: 1006 } });
  expect((await fetch(`${clinic.standIn.url}/health`)).status).toBe(200);
  const back = said(room, "pusher:subscription_succeeded");
  await clinic.setFaults({ down: false });
  await back;
});

test("an unknown switch or a rate above one is refused", async () => {
  clinic = await openClinic();
  await expect(clinic.setFaults({ dropRate: 2 })).rejects.toThrow();
  await expect(clinic.setFaults({ explode: true })).rejects.toThrow();
});

test("the page shows names and sizes, never what was said", async () => {
  clinic = await openClinic();
  await subscribed(await clinic.browser({ userId: "<b>d-1" }), "presence-room-1");
  await clinic.server().trigger("presence-room-1", "message", "a secret");
  const shown = await (await fetch(clinic.standIn.url)).text();
  expect(shown).toContain("presence-room-1");
  expect(shown).toContain("&lt;b&gt;d-1");
  expect(shown).toMatch(/<td>message<br>.*<td>8<\/td>\s*<td>1<\/td>/);
  expect(shown).not.toContain("a secret");
});
