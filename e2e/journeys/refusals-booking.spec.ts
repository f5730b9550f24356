import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import {
  addPerson,
  agree,
  answerNo,
  apply,
  newPatient,
  openDoctor,
  stranger,
  tellIntake,
  tellSymptoms,
} from "../support/patient";
import { press } from "../support/press";
import { rows } from "../support/rows";
import { turnAbout, type Words, words } from "../support/words";

const SYMPTOMS = "血糖记录附上，想请医生看看饮食。 My glucose diary is attached.";

/** To the third step of an application for an online consultation with D014. */
async function toSymptoms(page: Page, t: Words, person: string): Promise<void> {
  await apply(page, t, { doctor: "D014", service: "consultation", person });
  await agree(page, t);
  await answerNo(page, t);
}

const payButton = (page: Page, t: Words) =>
  page.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() });

const submitButton = (page: Page, t: Words) => page.getByRole("button", { name: t("booking.confirm.submit") });

const bookings = (account: string) => ask(`SELECT "id" FROM "Consultation" WHERE "accountId" = $1`, [account]);

/** Places of D014 that are taken by consultations, over all days. */
async function placesTaken(): Promise<number> {
  const [row] = await ask<{ taken: number }>(
    `SELECT coalesce(sum(d."taken"), 0)::int AS taken FROM "DoctorDay" d JOIN "Offering" o ON o."id" = d."offeringId"
     JOIN "Doctor" w ON w."id" = o."doctorId" WHERE w."staffNo" = 'D014' AND o."service" = 'consultation'`,
  );
  return row?.taken ?? 0;
}

for (const language of turnAbout(0)) {
  const t = words(language);

  test(`without consent, or with symptoms too short or too long, nothing is sent (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(page, t, stranger("苏小河"));
    const before = await rows();
    const next = page.getByRole("button", { name: t("booking.next"), exact: true });
    await apply(page, t, { doctor: "D014", service: "consultation", person: "苏小河" });
    await next.click();
    await expect(page.getByText(t("errors.consent_missing"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await agree(page, t);
    await expectAccessible(page);
    await answerNo(page, t);
    const symptoms = page.getByRole("textbox", { name: t("booking.symptoms.label") });
    for (const [typed, code] of [
      ["", "symptoms_too_short"],
      ["头晕三天", "symptoms_too_short"],
      ["          ", "symptoms_too_short"],
      ["晕".repeat(501), "symptoms_too_long"],
    ] as const) {
      await symptoms.fill(typed);
      await next.click();
      await expect(page.getByText(t(`errors.${code}`), { exact: true })).toBeVisible();
      await expect(symptoms).toHaveValue(typed);
    }
    await expectAccessible(page);
    await symptoms.fill("晕".repeat(500));
    await next.click();
    await expect(page.getByText(t("booking.intake.missing"), { exact: true }).first()).toBeVisible();
    await tellIntake(page, t);
    await next.click();
    await expect(submitButton(page, t)).toBeVisible();
    await expectAccessible(page);
    expect(await rows()).toEqual(before);
  });

  test(`a doctor without a place, and one who has stopped, cannot be booked by any way (${language})`, async ({
    open,
  }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(page, t, stranger("苏小河"));
    const before = await rows();
    for (const [staffNo, shown, code] of [
      ["D030", t("patient.doctors.placesLeft", { count: 0 }), "no_place_left"],
      ["D024", t("patient.doctors.paused"), "doctor_not_accepting"],
    ] as const) {
      await openDoctor(page, t, staffNo);
      await expect(page.getByText(shown, { exact: true }).first()).toBeVisible();
      await expect(page.getByRole("link", { name: t("patient.doctors.book") })).toHaveCount(0);
      await expectAccessible(page);
      // An address that was kept from a better day.
      const [offering] = await ask<{ id: string }>(
        `SELECT o."id" FROM "Offering" o JOIN "Doctor" d ON d."id" = o."doctorId"
         WHERE d."staffNo" = $1 AND o."service" = 'consultation' AND o."channel" = 'text'`,
        [staffNo],
      );
      await page.goto(`/patient/book/${offering?.id}`);
      await page.getByRole("link", { name: "苏小河", exact: true }).click();
      await expect(page.getByText(t(`errors.${code}`), { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: t("booking.refused.chooseAgain") })).toBeVisible();
      await expectAccessible(page);
    }
    expect(await rows()).toEqual(before);
  });

  test(`pressed twice, gone back and sent from a second tab, it is one booking (${language})`, async ({ open }) => {
    const account = await newPatient(language);
    const page = await open(account, { locale: language, on: "phone" });
    await addPerson(page, t, stranger("苏小河"));
    const taken = await placesTaken();
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await toSymptoms(tab, t, "苏小河");
      await tellSymptoms(tab, t, SYMPTOMS);
    }
    await submitButton(page, t).dblclick();
    await expect(payButton(page, t)).toBeVisible();
    expect(await bookings(account)).toHaveLength(1);

    await page.goBack();
    await page.getByRole("link", { name: "苏小河", exact: true }).click();
    await expect(page.getByText(t("errors.already_booked"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t("booking.refused.openConsultation") }).click();
    await expect(payButton(page, t)).toBeVisible();

    await press(other, t("booking.confirm.submit"));
    await expect(other.getByRole("alert").filter({ hasText: t("errors.already_booked") })).toBeInViewport({ ratio: 1 });
    await expectAccessible(other);
    expect(await bookings(account)).toHaveLength(1);
    expect(await placesTaken()).toBe(taken + 1);
  });
}

test("two tabs that submit at the same moment make one booking, and the other says so", async ({ open }) => {
  const t = words("zh-CN");
  const account = await newPatient();
  const page = await open(account, { on: "phone" });
  await addPerson(page, t, stranger("苏小河"));
  const taken = await placesTaken();
  const tabs = [page, await page.context().newPage()];
  for (const tab of tabs) {
    await toSymptoms(tab, t, "苏小河");
    await tellSymptoms(tab, t, SYMPTOMS);
  }
  await Promise.all(tabs.map((tab) => press(tab, t("booking.confirm.submit"))));
  const ends = await Promise.all(
    tabs.map(async (tab) => {
      const refusal = tab.getByRole("alert").filter({ hasText: t("errors.already_booked") });
      await expect(refusal.or(payButton(tab, t))).toBeVisible();
      return (await refusal.isVisible()) ? "refused" : "booked";
    }),
  );
  expect(ends.sort()).toEqual(["booked", "refused"]);
  expect(await bookings(account)).toHaveLength(1);
  expect(await placesTaken()).toBe(taken + 1);
});
