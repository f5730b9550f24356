import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import config from "../../playwright.config";
import { ask } from "../support/database";
import { accept } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPersonOnly, newPatient, stranger } from "../support/patient";
import { arrangeTalk } from "../support/talk";
import { turnAbout, type Words, words } from "../support/words";

const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      "--use-fake-device-for-media-stream",
      // The two browsers of the test stand on one machine.
      "--allow-loopback-in-peer-connection",
    ],
  },
});

/** A doctor of the seed who offers consultations by video. */
const VIDEO_DOCTOR = "D004";

/** Lets the test look into the connections that the page makes. */
const exposeConnections = (page: Page) =>
  page.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(options?: RTCConfiguration) {
        super(options);
        made.push(this);
      }
    };
    Object.assign(window, { connections: made });
  });

/** What has arrived from the other side: frames that were shown, and how loud it was. */
const arrived = (page: Page) =>
  page.evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    const stats = await connections.at(-1)?.getStats();
    let [frames, energy] = [0, 0];
    for (const report of stats?.values() ?? []) {
      if (report.type !== "inbound-rtp") continue;
      if (report.kind === "video") frames = report.framesDecoded ?? 0;
      if (report.kind === "audio") energy = report.totalAudioEnergy ?? 0;
    }
    return { frames, energy };
  });

/** Picture and sound arrive, and go on arriving. */
async function expectMedia(page: Page): Promise<void> {
  const before = await arrived(page);
  await expect.poll(async () => (await arrived(page)).frames).toBeGreaterThan(before.frames + 10);
  await expect.poll(async () => (await arrived(page)).energy).toBeGreaterThan(before.energy);
}

const press = (page: Page, t: Words, key: string) => page.getByRole("button", { name: t(key), exact: true }).click();

for (const language of turnAbout(0)) {
  const t = words(language);

  test(`a doctor calls by video, the patient answers in one of two tabs, and the call outlives a lost connection (${language})`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const accountId = await newPatient(language);
    const patient = await open(accountId, { locale: language, on: "phone" });
    const who = stranger(language === "en" ? "Tang Call" : "唐小话");
    const patientId = await addPersonOnly(patient, t, who);
    const { id } = await arrangeTalk({ accountId, patientId, doctor: VIDEO_DOCTOR, channel: "video" });
    await ask(
      `UPDATE "Offering" SET "isRecorded" = true WHERE "id" = (SELECT "offeringId" FROM "Consultation" WHERE "id" = $1)`,
      [id],
    );
    const doctor = await open(VIDEO_DOCTOR, { locale: language });
    await accept(doctor, t, who.name);
    await patient.goto(`/patient/consultations/${id}`);
    await expect(patient.getByText(t("room.callHint"))).toBeVisible();
    await expectAccessible(patient);

    // Without permission it is said what to do; with it the devices show that they work.
    for (const page of [doctor, patient]) await exposeConnections(page);
    await doctor.getByRole("link", { name: t("room.callOpen"), exact: true }).click();
    await expect(doctor.getByText(t("call.checkLead"))).toBeVisible();
    await expectAccessible(doctor);
    await press(doctor, t, "call.checkVideo");
    await expect(doctor.getByText(t("call.denied"))).toBeVisible();
    await doctor.context().grantPermissions(["camera", "microphone"]);
    await press(doctor, t, "call.checkVideo");
    await expect(doctor.getByText(t("call.ready"))).toBeVisible();
    await expect(doctor.getByRole("meter", { name: t("call.level") })).toBeVisible();
    await expectAccessible(doctor);
    await doctor.getByRole("checkbox", { name: t("call.recordAsk") }).check();
    await press(doctor, t, "call.startVideo");
    await expect(doctor.getByText(t("call.outgoing", { name: who.name }))).toBeVisible();

    // It rings in the room; two tabs are open, one answers.
    await expect(patient.getByText(t("room.callIncoming"))).toBeVisible();
    await expectAccessible(patient);
    await patient.context().grantPermissions(["camera", "microphone"]);
    await patient.getByRole("link", { name: t("room.callAnswer"), exact: true }).click();
    const second = await patient.context().newPage();
    await second.goto(patient.url());
    await expect(second.getByRole("button", { name: t("call.answer"), exact: true })).toBeVisible();
    await patient.getByRole("checkbox", { name: t("call.recordAsk") }).check();
    await press(patient, t, "call.answer");
    await expect(second.getByText(t("call.elsewhere"))).toBeVisible();
    for (const page of [doctor, patient])
      await expect(page.getByText(t("call.talking"), { exact: false })).toBeVisible();
    for (const page of [doctor, patient]) await expectMedia(page);
    for (const page of [doctor, patient]) await expect(page.getByText(t("call.recording"))).toBeVisible();
    await expectAccessible(patient);
    await expectAccessible(doctor);

    // The picture can be stopped, and the call outlives the loss of the server.
    await press(patient, t, "call.cameraOff");
    await expect(patient.getByText(t("call.soundOnly"))).toBeVisible();
    await press(patient, t, "call.cameraOn");
    await patient.context().setOffline(true);
    await expect(patient.getByText(t("call.offline"))).toBeVisible();
    await patient.context().setOffline(false);
    await expect(patient.getByText(t("call.offline"))).toHaveCount(0);
    for (const page of [doctor, patient])
      await expect(page.getByText(t("call.talking"), { exact: false })).toBeVisible();
    for (const page of [doctor, patient]) await expectMedia(page);

    await press(doctor, t, "call.hangUp");
    for (const page of [doctor, patient]) await expect(page.getByText(t("call.hung_up"))).toBeVisible();

    // Both agreed to be recorded: what each side sent arrived in pieces, also what was said while the server was out of reach.
    const pieces = () =>
      ask<{ isFromCaller: boolean; count: number; last: number }>(
        `SELECT p."isFromCaller", count(*)::int AS "count", max(p."index") AS "last" FROM "CallPiece" p
         JOIN "Call" c ON c."id" = p."callId" WHERE c."consultationId" = $1 GROUP BY 1 ORDER BY 1`,
        [id],
      );
    await expect.poll(async () => (await pieces()).length).toBe(2);
    for (const { count, last } of await pieces()) expect(count).toBe(last + 1);
    await doctor.reload();
    await expectAccessible(doctor);
    const download = doctor.waitForEvent("download");
    await doctor.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    const file = await (await download).path();
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);

    await patient.getByRole("link", { name: t("call.back") }).click();
    const ended = t("room.system.call_hung_up", { length: "" }).trim().slice(0, 6);
    await expect(patient.getByRole("log").getByText(new RegExp(ended))).toBeVisible();
    expect(
      await ask(`SELECT 1 FROM "CallSignal" s JOIN "Call" c ON c."id" = s."callId" WHERE c."consultationId" = $1`, [
        id,
      ]),
    ).toEqual([]);
  });
}
