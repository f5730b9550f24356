import type { PresenceChannel } from "pusher-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { app, heard, openClinic, said, subscribed } from "./official-clients";

let clinic: Awaited<ReturnType<typeof openClinic>>;
beforeEach(async () => {
  clinic = await openClinic();
});
afterEach(() => clinic.close());

test("a message that the hospital triggers reaches the patient who listens, and nobody on another channel", async () => {
  const patient = await clinic.browser();
  const room = await subscribed(patient, "private-room-1");
  const other = heard(await subscribed(patient, "private-room-2"), "message");
  const arrives = said(room, "message");
  await clinic.server().trigger("private-room-1", "message", { seq: 7, text: "您好" });
  expect(await arrives).toEqual({ seq: 7, text: "您好" });
  await clinic.server().trigger("private-room-2", "message", { seq: 1 });
  await eventually(() => expect(other).toEqual([{ seq: 1 }]));
});

test("the browser that caused an event does not hear it again", async () => {
  const [sender, reader] = await Promise.all([clinic.browser(), clinic.browser()]);
  const mine = heard(await subscribed(sender, "private-room-1"), "message");
  const theirs = heard(await subscribed(reader, "private-room-1"), "message");
  await clinic.server().trigger("private-room-1", "message", 1, { socket_id: sender.connection.socket_id });
  await clinic.server().trigger("private-room-1", "message", 2);
  await eventually(() => expect(mine).toEqual([2]));
  expect(theirs).toEqual([1, 2]);
});

test("a room stays closed to whoever signs with another secret, or not at all", async () => {
  const intruder = await clinic.browser({ secret: "guessed" });
  const room = intruder.subscribe("private-room-1");
  const opened = heard(room, "pusher:subscription_succeeded");
  expect(await said(intruder.connection, "error")).toMatchObject({ type: "PusherError", data: { code: 4009 } });
  const { socket } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
  const answers: string[] = [];
  socket.addEventListener("message", ({ data }) => answers.push(String(data)));
  socket.send(JSON.stringify({ event: "pusher:subscribe", data: { channel: "private-room-1" } }));
  await eventually(() => expect(answers[0]).toContain("4009"));
  expect(opened).toEqual([]);
  expect(await (await clinic.server().get({ path: "/channels" })).json()).toEqual({ channels: {} });
});

test("a signature for one room, or for another connection, does not open this one", async () => {
  const { socket, first } = await clinic.rawSocket(`/app/${app.key}?protocol=7`);
  const socketId = JSON.parse(JSON.parse(String(first.data)).data).socket_id;
  const answers: { event: string }[] = [];
  socket.addEventListener("message", ({ data }) => answers.push(JSON.parse(String(data))));
  const ask = (auth: string | undefined) =>
    socket.send(JSON.stringify({ event: "pusher:subscribe", data: { channel: "private-room-1", auth } }));
  ask(clinic.server().authorizeChannel(socketId, "private-room-2").auth);
  ask(clinic.server().authorizeChannel("1.1", "private-room-1").auth);
  ask(clinic.server().authorizeChannel(socketId, "private-room-1").auth);
  await eventually(() => expect(answers).toHaveLength(3));
  expect(answers.map(({ event }) => event)).toEqual([
    "pusher:error",
    "pusher:error",
    "pusher_internal:subscription_succeeded",
  ]);
});

test("everyone in the room sees who comes and who goes, each person once", async () => {
  const doctor = await clinic.browser({ userId: "d-1" });
  const room = (await subscribed(doctor, "presence-room-1")) as PresenceChannel;
  expect(room.members.me).toEqual({ id: "d-1", info: { name: "d-1 医生" } });
  const [added, removed] = [heard(room, "pusher:member_added"), heard(room, "pusher:member_removed")];
  const [phone, tablet] = await Promise.all([clinic.browser({ userId: "p-1" }), clinic.browser({ userId: "p-1" })]);
  await subscribed(phone, "presence-room-1");
  const second = (await subscribed(tablet, "presence-room-1")) as PresenceChannel;
  expect(second.members.count).toBe(2);
  phone.disconnect();
  await eventually(async () => {
    const answer = await clinic
      .server()
      .get({ path: "/channels/presence-room-1", params: { info: "subscription_count" } });
    expect(await answer.json()).toEqual({ occupied: true, subscription_count: 2 });
  });
  expect(removed).toEqual([]);
  tablet.unsubscribe("presence-room-1");
  await eventually(() => expect(removed).toEqual([{ id: "p-1", info: { name: "p-1 医生" } }]));
  expect(added).toHaveLength(1);
});

test("typing shows to the others in the room with the sender's name, and to nobody outside", async () => {
  const [doctor, patient] = await Promise.all([clinic.browser({ userId: "d-1" }), clinic.browser({ userId: "p-1" })]);
  const desk = await subscribed(doctor, "presence-room-1");
  const seat = await subscribed(patient, "presence-room-1");
  const own = heard(seat, "client-typing");
  const typing = new Promise((resolve) => {
    desk.bind("client-typing", (content: unknown, metadata: unknown) => resolve([content, metadata]));
  });
  seat.trigger("client-typing", { on: true });
  expect(await typing).toEqual([{ on: true }, { user_id: "p-1" }]);
  expect(own).toEqual([]);
  const lobby = await subscribed(patient, "lobby");
  lobby.trigger("client-typing", {});
  expect(await said(patient.connection, "error")).toMatchObject({
    data: { message: expect.stringMatching(/only supported/) },
  });
});

test("a browser that floods a room is stopped after ten events in a second", async () => {
  const [doctor, patient] = await Promise.all([clinic.browser(), clinic.browser()]);
  const received = heard(await subscribed(doctor, "private-room-1"), "client-typing");
  const seat = await subscribed(patient, "private-room-1");
  const refused = said(patient.connection, "error");
  for (let stroke = 0; stroke < 11; stroke += 1) seat.trigger("client-typing", stroke);
  expect(await refused).toMatchObject({ data: { code: 4301 } });
  await eventually(() => expect(received).toHaveLength(10));
});

test("a person who signed in is reached on every device, and can be put out of all of them", async () => {
  const patient = await clinic.browser({ userId: "p-1" });
  patient.signin();
  await patient.user.signinDonePromise;
  await eventually(() => expect(patient.user.serverToUserChannel.subscribed).toBe(true));
  const notice = said(patient.user, "notice");
  await clinic.server().sendToUser("p-1", "notice", "到您了");
  expect(await notice).toBe("到您了");
  const ended = said(patient.connection, "disconnected");
  await clinic.server().terminateUserConnections("p-1");
  await ended;
});

test("a forged sign-in ends the connection", async () => {
  const intruder = await clinic.browser({ userId: "p-1", secret: "guessed" });
  const ended = said(intruder.connection, "disconnected");
  intruder.signin();
  await ended;
});
