import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, linkCard, newPatient, onFile } from "../support/patient";
import { languages, words } from "../support/words";

const REASON = "患者昏迷送急诊，过敏史不明。 Unconscious, allergies unknown.";

for (const language of languages) {
  const t = words(language);

  test(`in an emergency a doctor opens a record for an hour; the patient sees why, an admin reviews it (${language})`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const who = onFile("陈佳怡");
    const patient = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(patient, t, who);
    await linkCard(patient, t, who);

    const doctor = await open("D012", { locale: language });
    await doctor.goto("/doctor/emergency");
    await expectAccessible(doctor);
    await doctor.getByLabel(t("emergency.card"), { exact: true }).fill(who.cardNumber);
    await doctor.getByLabel(t("emergency.reason"), { exact: true }).fill("急");
    await doctor.getByRole("button", { name: t("emergency.submit"), exact: true }).click();
    await expect(doctor.getByText(t("errors.note_too_short")).first()).toBeVisible();
    await doctor.getByLabel(t("emergency.reason"), { exact: true }).fill(REASON);
    await doctor.getByRole("button", { name: t("emergency.submit"), exact: true }).click();
    await expect(doctor.getByRole("heading", { level: 1, name: who.name })).toBeVisible();
    await expect(doctor.getByText(t("doctor.record.problems"))).toBeVisible();
    await expectAccessible(doctor);
    const here = doctor.url();

    await patient.goto("/patient/notices");
    await patient.getByText(t("notices.record_break_glass.title")).first().click();
    await expect(patient.getByText(REASON)).toBeVisible();
    await expect(patient.getByText(t("privacy.emergency.verdict.open"))).toBeVisible();
    await expectAccessible(patient);

    const admin = await open("A001", { locale: language });
    await admin.goto("/admin/emergencies");
    const card = admin.getByRole("listitem").filter({ hasText: REASON }).first();
    await card.getByRole("button", { name: t("emergency.desk.review"), exact: true }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("radio", { name: t("emergency.verdict.justified"), exact: true }).check();
    await dialog.getByLabel(t("emergency.desk.note"), { exact: true }).fill("与急诊记录相符。 Agrees with the notes.");
    await expectAccessible(admin);
    await dialog.getByRole("button", { name: t("emergency.desk.submit"), exact: true }).click();
    await expect(admin.getByRole("listitem").filter({ hasText: REASON })).toHaveCount(0);
    await admin.goto("/admin/emergencies?state=reviewed");
    await expect(admin.getByText("与急诊记录相符。 Agrees with the notes.").first()).toBeVisible();

    await patient.reload();
    await expect(patient.getByText(t("privacy.emergency.verdict.justified")).first()).toBeVisible();
    await ask(
      `UPDATE "EmergencyAccess" SET "openedAt" = "openedAt" - interval '2 hours', "expiresAt" = "openedAt" - interval '1 hour'
       WHERE "id" = $1`,
      [here.split("/").at(-1)],
    );
    expect((await doctor.goto(here))?.status()).toBe(404);
  });
}
