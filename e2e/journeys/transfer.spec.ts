import { accept, say } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPersonOnly, newPatient, stranger } from "../support/patient";
import { arrangeTalk } from "../support/talk";
import { languages, words } from "../support/words";

for (const language of languages) {
  const t = words(language);

  test(`a doctor hands a patient over with the patient's consent, and no longer sees the conversation (${language})`, async ({
    open,
  }) => {
    test.setTimeout(90_000);
    const accountId = await newPatient(language);
    const patient = await open(accountId, { locale: language, on: "phone" });
    const who = stranger(language === "en" ? "Tang Over" : "唐小转");
    const patientId = await addPersonOnly(patient, t, who);
    const { id } = await arrangeTalk({ accountId, patientId, doctor: "D019" });
    const doctor = await open("D019", { locale: language });
    await accept(doctor, t, who.name);
    await say(doctor, t, "请稍等。 One moment.");

    await doctor.getByRole("button", { name: t("doctor.desk.transfer.open"), exact: true }).click();
    const dialog = doctor.getByRole("dialog");
    await dialog.getByRole("button", { name: t("doctor.desk.transfer.submit"), exact: true }).click();
    await expect(dialog.getByText(t("errors.note_too_short")).first()).toBeVisible();
    await expectAccessible(doctor);
    await dialog.getByRole("textbox").fill("这位同事更熟悉您的情况。 She knows your case better.");
    await dialog.getByRole("button", { name: t("doctor.desk.transfer.submit"), exact: true }).click();

    await patient.goto(`/patient/consultations/${id}`);
    await expect(patient.getByText("这位同事更熟悉您的情况。 She knows your case better.")).toBeVisible();
    await expectAccessible(patient);
    await patient.getByRole("button", { name: t("room.transfer.accepted"), exact: true }).click();
    await expect(patient.getByRole("log").getByText(t("room.system.transfer_accepted"))).toBeVisible();
    const gone = await doctor.goto(`/doctor/consultations/${id}`);
    expect(gone?.status()).toBe(404);
  });
}
