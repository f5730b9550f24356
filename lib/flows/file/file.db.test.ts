import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact, type Work } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { MOST_UNSENT } from "@/lib/domain/room-limits";
import { asWav, VOICE_RATE } from "@/lib/domain/wav";
import { deliverOutbox } from "@/lib/flows/outbox/deliver";
import { readStored } from "@/lib/gateways/storage";
import { consultation, NOON, person, upload } from "@/lib/testing/consultation";
import { eraseFile } from "./erase";
import { openFile } from "./open";
import { uploadPicture, uploadVoice } from "./upload";

const photo = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: "#a53" } })
    .jpeg()
    .toBuffer();

const send = async (actor: Person, bytes?: Uint8Array) =>
  uploadPicture({ actor, now: NOON }, { file: new Uint8Array(bytes ?? (await photo())) });

const open = (actor: Person, id: string, how: { inline?: "1"; size?: "thumb" } = {}) =>
  openFile({ actor, now: NOON }, { id, ...how });

test("a picture that was uploaded comes back drawn anew, to be saved, and no cache may keep it", async () => {
  const owner = await person("patient");
  const { id, width, height } = await send(owner);
  const answer = await open(owner, id);
  const drawn = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(drawn).toMatchObject({ format: "webp", width, height });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": `attachment; filename="${id}.webp"`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
});

test("in the page it is shown, small where that is enough", async () => {
  const owner = await person("doctor");
  const { id } = await send(owner);
  const answer = await open(owner, id, { inline: "1", size: "thumb" });
  expect(answer.headers.get("content-disposition")).toMatch(/^inline;/);
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 480, height: 360 });
});

test("a file that is no picture leaves nothing behind", async () => {
  const owner = await person("patient");
  await expect(send(owner, new TextEncoder().encode("<svg/>"))).rejects.toMatchObject({ code: "not_a_picture" });
  expect(await db().file.count({ where: { ownerId: owner.accountId } })).toBe(0);
});

const speech = (seconds: number) => asWav(new Uint8Array(seconds * VOICE_RATE * 2).fill(7));
const speak = (actor: Person, file: Uint8Array<ArrayBuffer>) => uploadVoice({ actor, now: NOON }, { file });

test("of a voice its samples are kept and nothing else; it says how long it lasts", async () => {
  const owner = await person("patient");
  const wav = speech(3);
  const { id, seconds } = await speak(owner, new Uint8Array([...wav, ...new TextEncoder().encode("<script>")]));
  expect(seconds).toBe(3);
  const answer = await open(owner, id);
  expect(answer.headers.get("content-type")).toBe("audio/wav");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${id}.wav"`);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(wav);
});

test("six minutes, half a second and what is no voice are each refused, and nothing is written", async () => {
  const owner = await person("patient");
  await expect(speak(owner, speech(360))).rejects.toMatchObject({ code: "voice_too_long" });
  await expect(speak(owner, asWav(new Uint8Array(VOICE_RATE / 2)))).rejects.toMatchObject({ code: "voice_too_short" });
  for (const file of [await photo(), Buffer.from("RIFF____WAVE"), speech(2).subarray(0, 900)])
    await expect(speak(owner, new Uint8Array(file))).rejects.toMatchObject({ code: "not_a_voice" });
  expect(await db().file.count({ where: { ownerId: owner.accountId } })).toBe(0);
});

test("uploading is written into the audit, and pictures that nobody sends do not pile up", async () => {
  const owner = await person("patient");
  const { id } = await send(owner);
  expect(
    await db().auditEvent.findFirst({ where: { subjectId: id }, select: { action: true, actorId: true } }),
  ).toEqual({
    action: "file.upload",
    actorId: owner.accountId,
  });
  for (let count = 1; count < MOST_UNSENT; count += 1) await upload(owner);
  await expect(send(owner)).rejects.toMatchObject({ code: "too_many_unsent_pictures" });
});

test("a picture is open to its owner and to the consultation it was sent with, to nobody else", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  const { id } = await send(talk.patient);
  await expect(open(talk.doctor, id)).rejects.toMatchObject({ code: "not_found" });
  await db().file.update({ where: { id }, data: { consultationId: talk.id } });
  await open(talk.doctor, id);
  await open(talk.patient, id);
  const strangers = [other.patient, other.doctor, await person("pharmacist"), await person("admin")];
  for (const stranger of strangers) await expect(open(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  const looks = await db().auditEvent.findMany({ where: { subjectId: id, action: "file.view" } });
  expect(looks.map(({ actorId, patientId }) => ({ actorId, patientId }))).toEqual([
    { actorId: talk.doctor.accountId, patientId: talk.patientId },
  ]);
});

test("what a decision erases goes with its outbox row, and only once the decision is committed", async () => {
  const owner = await person("patient");
  const { id } = await send(owner);
  const { storageKey } = await db().file.findUniqueOrThrow({ where: { id }, select: { storageKey: true } });
  const erase = (fails: boolean) =>
    transact(
      { actor: owner, now: NOON },
      async (work: Work) => {
        work.audit({ action: "file.erase", subjectType: "file", subjectId: id });
        work.erase(storageKey);
        if (fails) throw new Error("rolled back");
      },
      undefined,
    );
  await expect(erase(true)).rejects.toThrow("rolled back");
  await deliverOutbox(addMinutes(NOON, 1));
  await open(owner, id);
  await erase(false);
  await deliverOutbox(addMinutes(NOON, 1));
  const gone = readStored(storageKey).then((stream) => stream.toArray());
  await expect(gone).rejects.toThrow();
});

test("when a picture's row is gone its bytes follow, small and large; erasing twice is no fault", async () => {
  const owner = await person("patient");
  const { id } = await send(owner);
  const { storageKey } = await db().file.delete({ where: { id }, select: { storageKey: true } });
  await eraseFile(storageKey);
  await eraseFile(storageKey);
  for (const key of [storageKey, `${storageKey}.thumb`]) {
    const reading = readStored(key).then((stream) => stream.toArray());
    await expect(reading).rejects.toThrow();
  }
});
