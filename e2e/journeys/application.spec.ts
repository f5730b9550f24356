import path from "node:path";
import type { Page } from "@playwright/test";
import { hospital } from "../../lib/domain/vocabulary/hospital";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import {
  addPerson,
  agree,
  answerNo,
  apply,
  linkCard,
  newPatient,
  onFile,
  tellIntake,
  tellSymptoms,
} from "../support/patient";
import { press } from "../support/press";
import { turnAbout, type Words, words } from "../support/words";

const picture = path.join(import.meta.dirname, "../../docs/pictures/patient.png");
const symptoms = (page: Page, t: Words) => page.getByRole("textbox", { name: t("booking.symptoms.label") });
const savedLine = (page: Page, t: Words) =>
  page.getByText(new RegExp(`^${t("booking.draft.saved", { at: "" }).trim()}`));
const nextStep = (page: Page, t: Words) => page.getByRole("button", { name: t("booking.next"), exact: true });

async function toSymptoms(page: Page, t: Words): Promise<void> {
  await agree(page, t);
  await answerNo(page, t);
}

for (const language of turnAbout(0)) {
  const t = words(language);

  test(`R24, R2: an application is begun on the phone, goes on at a desk, and is booked once (${language})`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const account = await newPatient(language);
    const who = onFile("周雅琴");
    const wanted = { doctor: language === "en" ? "D001" : "D002", service: "follow_up", person: who.name } as const;
    const phone = await open(account, { locale: language, on: "phone" });
    await addPerson(phone, t, { ...who, relation: "parent" });
    await linkCard(phone, t, who);
    await apply(phone, t, wanted);

    // Needed today: where to get it is said at once, and one may go on knowingly.
    await agree(phone, t);
    await nextStep(phone, t).click();
    await expect(phone.getByText(t("errors.answer_missing")).first()).toBeVisible();
    const today = phone.getByRole("group", { name: t("booking.today.question") });
    await today.getByRole("radio", { name: t("booking.safety.yes"), exact: true }).check();
    await expect(phone.getByText(language === "en" ? hospital.addressEn : hospital.addressZh)).toBeVisible();
    await expect(phone.getByRole("link", { name: t("booking.today.call") })).toHaveAttribute("href", "tel:120");
    await expectAccessible(phone);
    await answerNo(phone, t);

    // Saved as it is typed.
    await symptoms(phone, t).fill("潮热盗汗好转");
    await phone
      .getByRole("group", { name: t("booking.intake.course") })
      .getByRole("radio")
      .nth(1)
      .check();
    await phone.getByLabel(t("booking.pictures.add")).setInputFiles(picture);
    await expect(phone.getByRole("progressbar", { name: t("booking.pictures.uploading") })).toHaveCount(0);
    await expect(savedLine(phone, t)).toBeVisible();
    await expect
      .poll(
        async () =>
          (await ask(`SELECT 1 FROM "BookingDraft" WHERE "accountId" = $1 AND "pictureIds" <> '{}'`, [account])).length,
      )
      .toBe(1);

    // Another device takes it up where it was.
    const desk = await open(account, { locale: language, on: "desk" });
    await desk.goto(phone.url());
    await expect(desk.getByText(t("booking.draft.restoredLead"))).toBeVisible();
    await expectAccessible(desk);
    await toSymptoms(desk, t);
    await expect(symptoms(desk, t)).toHaveValue("潮热盗汗好转");
    await expect(
      desk
        .getByRole("group", { name: t("booking.intake.course") })
        .getByRole("radio")
        .nth(1),
    ).toBeChecked();
    await expect(desk.getByRole("img", { name: t("booking.pictures.picture", { n: 1 }) })).toBeVisible();
    await symptoms(desk, t).fill("潮热盗汗好转，想复查续药，睡眠也好些了。");
    await expect(savedLine(desk, t)).toBeVisible();

    // The older page is told, and overwrites nothing.
    await symptoms(phone, t).fill("旧页面上的内容");
    await expect(phone.getByText(t("booking.draft.newer"))).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole("button", { name: t("booking.draft.load"), exact: true }).click();
    await expect(phone.getByText(t("booking.draft.restoredLead"))).toBeVisible();

    await tellSymptoms(desk, t, "潮热盗汗好转，想复查续药，睡眠也好些了。");
    await desk.getByRole("button", { name: t("booking.confirm.submit") }).click();
    await expect(desk.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() })).toBeVisible();
    expect(await ask(`SELECT 1 FROM "BookingDraft" WHERE "accountId" = $1`, [account])).toEqual([]);
    const booked = await ask<{ symptoms: string; course: string; today: string; pictures: number }>(
      `SELECT c."symptoms", c."intake"->>'course' AS course, c."intake"->>'needsToday' AS today,
         (SELECT count(*)::int FROM "File" f WHERE f."consultationId" = c."id") AS pictures
       FROM "Consultation" c WHERE c."accountId" = $1`,
      [account],
    );
    expect(booked).toEqual([
      { symptoms: "潮热盗汗好转，想复查续药，睡眠也好些了。", course: "same", today: "no", pictures: 1 },
    ]);
  });

  test(`without a connection nothing typed is lost, and what is not wanted is thrown away (${language})`, async ({
    open,
  }) => {
    const account = await newPatient(language);
    const who = onFile("周雅琴");
    const page = await open(account, { locale: language, on: "phone" });
    await addPerson(page, t, { ...who, relation: "parent" });
    await apply(page, t, { doctor: "D014", service: "consultation", person: who.name });
    await toSymptoms(page, t);
    await page.context().setOffline(true);
    await symptoms(page, t).fill("断网时写下的病情，很长很重要。");
    await expect(page.getByText(t("booking.draft.unreachable"))).toBeVisible();
    await page.context().setOffline(false);
    await expect(savedLine(page, t)).toBeVisible();
    await tellIntake(page, t);
    await page.reload();
    await toSymptoms(page, t);
    await expect(symptoms(page, t)).toHaveValue("断网时写下的病情，很长很重要。");

    await page.getByRole("button", { name: t("booking.draft.discard"), exact: true }).click();
    await press(page, t("booking.draft.discardSure"));
    await expect(page.getByText(t("booking.draft.restoredLead"))).toHaveCount(0);
    await toSymptoms(page, t);
    await expect(symptoms(page, t)).toHaveValue("");
    expect(await ask(`SELECT 1 FROM "BookingDraft" WHERE "accountId" = $1`, [account])).toEqual([]);
  });
}
