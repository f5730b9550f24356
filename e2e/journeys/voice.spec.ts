import sharp from "sharp";
import { betterPicture } from "../../lib/domain/vocabulary/quick-phrases";
import config from "../../playwright.config";
import { ask } from "../support/database";
import { accept } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPersonOnly, newPatient, stranger } from "../support/patient";
import { arrangeTalk } from "../support/talk";
import { turnAbout, words } from "../support/words";

const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), "--use-fake-device-for-media-stream"] },
});

for (const language of turnAbout(1)) {
  const t = words(language);

  test(`who is there and who writes is seen, a voice is recorded and heard, and a picture outlives the closed tab (${language})`, async ({
    open,
  }) => {
    const accountId = await newPatient(language);
    const patient = await open(accountId, { locale: language, on: "phone" });
    const who = stranger(language === "en" ? "Yu Voice" : "余小声");
    const patientId = await addPersonOnly(patient, t, who);
    const { id } = await arrangeTalk({ accountId, patientId, doctor: "D011" });
    const doctor = await open("D011", { locale: language });
    await accept(doctor, t, who.name);
    await patient.goto(`/patient/consultations/${id}`);

    await expect(doctor.getByText(t("room.here", { name: who.name }), { exact: true })).toBeVisible();
    const write = patient.getByRole("textbox", { name: t("room.write") });
    await write.pressSequentially("医生");
    await expect(doctor.getByText(t("room.typing", { name: who.name }), { exact: true })).toBeVisible();
    await expect(doctor.getByText(t("room.here", { name: who.name }), { exact: true })).toBeVisible();

    await patient.getByRole("button", { name: t("room.voiceRecord"), exact: true }).click();
    const denied = patient.getByText(t("room.microphoneMissing"), { exact: true });
    await expect(denied).toBeVisible();
    await patient.context().grantPermissions(["microphone"]);
    await patient.getByRole("button", { name: t("room.voiceRecord"), exact: true }).click();
    await expect(denied).toBeHidden();
    await expect(patient.getByRole("timer", { name: t("room.voiceRecording") })).toHaveText(/0:(0[2-9]|1)/);
    await expectAccessible(patient);
    await patient.getByRole("button", { name: t("room.voiceSend"), exact: true }).click();
    const play = doctor.getByRole("log").getByRole("button", { name: /^(播放|Play) / });
    await expect(play).toBeVisible();
    await expect(write).toHaveValue("医生");
    await play.click();
    await expect(doctor.getByRole("button", { name: t("room.voicePause"), exact: true })).toBeVisible();
    await doctor.getByRole("button", { name: t("room.voiceSpeed", { speed: 1 }) }).click();
    await expect(play).toBeVisible();
    await expectAccessible(doctor);
    const kept = await ask<{ mediaType: string; seconds: number }>(
      'SELECT "mediaType", "seconds" FROM "File" WHERE "consultationId" = $1',
      [id],
    );
    expect(kept).toMatchObject([{ mediaType: "audio/wav" }]);

    await patient.context().setOffline(true);
    const colours = { width: 60, height: 40, channels: 3, background: "#c8786e" } as const;
    const buffer = await sharp({ create: colours }).png().toBuffer();
    await patient.locator("input[type=file]").setInputFiles([{ name: "rash.png", mimeType: "image/png", buffer }]);
    await expect(patient.getByText(t("room.state.waiting"), { exact: true })).toBeVisible();
    const next = await patient.context().newPage();
    await patient.close();
    await next.context().setOffline(false);
    await next.goto(`/patient/consultations/${id}`);
    await expect(doctor.getByRole("log").getByRole("img")).toBeVisible();
    await expect(next.getByRole("log").getByRole("img")).toBeVisible();
    await doctor.getByRole("button", { name: t("room.askAgain"), exact: true }).click();
    const phrase = language === "en" ? betterPicture.en : betterPicture.zh;
    await expect(next.getByRole("log").getByText(phrase)).toBeVisible();
    await expectAccessible(doctor);
    await expect(next.getByRole("textbox", { name: t("room.write") })).toHaveValue("医生");
  });
}
