import { quickPhrases } from "../../lib/domain/vocabulary/quick-phrases";
import { accept, finish, say } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPersonOnly, newPatient, stranger } from "../support/patient";
import { arrangeTalk } from "../support/talk";
import { languages, words } from "../support/words";

for (const language of languages) {
  const t = words(language);

  test(`in the room a message is quoted, taken back, and a quick phrase sent; each shows that it was read (${language})`, async ({
    open,
  }) => {
    test.setTimeout(90_000);
    const accountId = await newPatient(language);
    const patient = await open(accountId, { locale: language, on: "phone" });
    const who = stranger(language === "en" ? "Tang Room" : "唐小间");
    const patientId = await addPersonOnly(patient, t, who);
    const { id } = await arrangeTalk({ accountId, patientId, doctor: "D016" });
    const doctor = await open("D016", { locale: language });
    await accept(doctor, t, who.name);
    const [mine, theirs] = [patient.getByRole("log"), doctor.getByRole("log")];
    await patient.goto(`/patient/consultations/${id}`);

    // A quick phrase, in the patient's own language, goes into the field first.
    const phrase = quickPhrases.find((one) => one.id === "better_picture");
    const sentence = (language === "en" ? phrase?.en : phrase?.zh) ?? "";
    await doctor.getByText(t("room.phrases"), { exact: true }).click();
    await expectAccessible(doctor);
    await doctor.getByRole("button", { name: sentence, exact: true }).click();
    await expect(doctor.getByRole("textbox", { name: t("room.write") })).toHaveValue(sentence);
    await doctor.getByRole("button", { name: t("room.send"), exact: true }).click();
    await expect(mine.getByText(sentence)).toBeVisible();
    await expect(theirs.getByText(t("room.state.read"), { exact: false }).first()).toBeVisible();

    // The patient answers it by name.
    await mine
      .getByRole("button", { name: t("room.more"), exact: true })
      .first()
      .click();
    await mine.getByRole("button", { name: t("room.quote"), exact: true }).click();
    await expect(patient.getByRole("textbox", { name: t("room.write") })).toBeFocused();
    await say(patient, t, "照片马上补上 new picture follows");
    const quote = theirs.getByRole("button", { name: new RegExp(t("room.quotes")) });
    await expect(quote).toContainText(sentence);
    await expectAccessible(patient);
    await quote.click();
    await expect(theirs.locator(":focus")).toContainText(sentence);

    // Taken back: gone on both sides, also after a reload.
    await say(patient, t, "发错的话 sent by mistake");
    await expect(theirs.getByText("发错的话 sent by mistake")).toBeVisible();
    await mine
      .getByRole("button", { name: t("room.more"), exact: true })
      .last()
      .click();
    await mine.getByRole("button", { name: t("room.recall"), exact: true }).click();
    await expect(mine.getByText("发错的话 sent by mistake")).toHaveCount(0);
    await expect(theirs.getByText("发错的话 sent by mistake")).toHaveCount(0);
    await expect(theirs.getByText(t("room.recalled", { name: who.name }))).toBeVisible();
    await doctor.reload();
    await expect(theirs.getByText(t("room.recalled", { name: who.name }))).toBeVisible();
    await expect(theirs.getByText("发错的话 sent by mistake")).toHaveCount(0);
    await expectAccessible(doctor);

    // Ten thousand characters stay in their field; what would turn the text around is refused, and can be thrown away.
    const write = patient.getByRole("textbox", { name: t("room.write") });
    await write.fill("字".repeat(10_000));
    await expect(patient.getByText(t("room.tooLong", { count: 8_000 }))).toBeVisible();
    await expect(patient.getByRole("button", { name: t("room.send"), exact: true })).toBeDisabled();
    await write.fill("每次一片\u202e 片十次每");
    await patient.getByRole("button", { name: t("room.send"), exact: true }).click();
    await expect(patient.getByText(t("errors.bad_characters"))).toBeVisible();
    await expectAccessible(patient);
    await patient.getByRole("button", { name: t("room.discard"), exact: true }).click();
    await expect(patient.getByText(t("errors.bad_characters"))).toHaveCount(0);

    // Finished, the patient says how it was, once.
    await finish(doctor, t, "多喝水，三天后复查。 Drink water, come back in three days.");
    await patient.reload();
    const form = patient.getByRole("form", { name: t("room.rating.title") });
    await form.getByRole("button", { name: t("room.rating.submit"), exact: true }).click();
    await expect(form.getByText(t("errors.choose_one")).first()).toBeVisible();
    await expectAccessible(patient);
    await form.getByRole("radio", { name: t("room.rating.star.4"), exact: true }).check();
    await form.getByRole("checkbox", { name: t("room.rating.tag.clear") }).check();
    await form.getByRole("button", { name: t("room.rating.submit"), exact: true }).click();
    await expect(patient.getByText(t("room.rating.thanks", { stars: 4 }))).toBeVisible();
    await expect(form).toHaveCount(0);
  });
}
