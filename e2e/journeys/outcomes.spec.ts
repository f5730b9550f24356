import type { Page } from "@playwright/test";
import { hospital } from "../../lib/domain/vocabulary/hospital";
import { ask } from "../support/database";
import { accept } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, book, goToGateway, newPatient, payAtGateway, stranger } from "../support/patient";
import { languages, type Words, words } from "../support/words";

/** The system looks at deadlines once a minute. */
const SWEPT = { timeout: 130_000 };

/** Booked and paid: it waits for its doctor. Returns the consultation's id. */
async function waitsFor(doctor: string, page: Page, t: Words, person: string): Promise<string> {
  const symptoms = "复查结果已出，想请医生看看。 The results of the check-up are here.";
  const id = await book(page, t, { doctor, service: "consultation", person, symptoms });
  await goToGateway(page, t);
  await payAtGateway(page, "succeed");
  await page.goto(`/patient/consultations/${id}`);
  await expect(page.getByText(t("room.page.waiting.text"))).toBeVisible();
  return id;
}

/** The whole fee is on its way back or has arrived, and the page names the day. */
async function expectRefund(page: Page, t: Words, id: string): Promise<void> {
  await expect(page.getByText(t("room.page.refund"), { exact: true })).toBeVisible();
  const refunds = await ask<{ whole: boolean }>(
    `SELECT r."amountFen" = p."amountFen" AS whole FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" WHERE p."consultationId" = $1`,
    [id],
  );
  expect(refunds).toEqual([{ whole: true }]);
}

const passDeadline = (id: string) =>
  ask(`UPDATE "Consultation" SET "dueAt" = now() - interval '1 second' WHERE "id" = $1`, [id]);

for (const language of languages) {
  const t = words(language);

  test(`declined before, and sent to the hospital after it began: why, what to do, the whole fee back (${language})`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const patient = await open(await newPatient(language), { locale: language, on: "phone" });
    const who = stranger(language === "en" ? "Song Offline" : "宋线下");
    await addPerson(patient, t, who);
    const declined = await waitsFor("D006", patient, t, who.name);
    const first = await open("D006", { locale: language });
    await first.goto(`/doctor/consultations/${declined}`);
    await first.getByRole("button", { name: t("doctor.desk.decline.open"), exact: true }).click();
    const refusal = first.getByRole("dialog");
    await refusal.getByRole("button", { name: t("doctor.desk.decline.submit"), exact: true }).click();
    await expect(refusal.getByText(t("errors.choose_one")).first()).toBeVisible();
    await refusal.getByLabel(t("doctor.desk.reason"), { exact: true }).selectOption("needs_examination");
    await refusal.getByRole("button", { name: t("doctor.desk.decline.submit"), exact: true }).click();
    await expect(patient.getByRole("heading", { name: t("room.page.closed.declined") })).toBeVisible();
    await expect(patient.getByText(language === "en" ? hospital.addressEn : hospital.addressZh)).toBeVisible();
    await expectRefund(patient, t, declined);
    await expectAccessible(patient);

    const unsuitable = await waitsFor("D008", patient, t, who.name);
    const second = await open("D008", { locale: language });
    await accept(second, t, who.name);
    await second.getByRole("button", { name: t("doctor.desk.refer.open"), exact: true }).click();
    const referral = second.getByRole("dialog");
    await referral.getByLabel(t("doctor.desk.reason"), { exact: true }).selectOption("emergency");
    await expect(referral.getByText(t("doctor.desk.urgent"))).toBeVisible();
    await referral
      .getByLabel(t("doctor.desk.advice"), { exact: true })
      .fill("请立即去急诊。 Go to the emergency room.");
    await referral.getByRole("button", { name: t("doctor.desk.refer.submit"), exact: true }).click();
    await expect(patient.getByRole("heading", { name: t("room.page.closed.referred_offline") })).toBeVisible();
    await expect(patient.getByText("请立即去急诊。 Go to the emergency room.")).toBeVisible();
    await expect(patient.getByRole("link", { name: t("room.page.call") })).toHaveAttribute("href", "tel:120");
    await expectRefund(patient, t, unsuitable);
    await expectAccessible(patient);
  });
}

test("a doctor who does not accept in time, and one who accepts and never writes, give the whole fee back by themselves", async ({
  open,
}) => {
  test.setTimeout(240_000);
  const t = words("zh-CN");
  const patient = await open(await newPatient(), { on: "phone" });
  const who = stranger("宋等等");
  await addPerson(patient, t, who);
  const expired = await waitsFor("D009", patient, t, who.name);
  const abandoned = await waitsFor("D010", patient, t, who.name);
  await accept(await open("D010"), t, who.name);
  await passDeadline(expired);
  await passDeadline(abandoned);
  await expect(patient.getByRole("heading", { name: t("room.page.closed.abandoned") })).toBeVisible(SWEPT);
  await expectRefund(patient, t, abandoned);
  await patient.goto(`/patient/consultations/${expired}`);
  await expect(patient.getByRole("heading", { name: t("room.page.closed.expired") })).toBeVisible(SWEPT);
  await expectRefund(patient, t, expired);
  await patient.getByRole("link", { name: t("room.page.again") }).click();
  await expect(patient).toHaveURL(/\/patient\/doctors$/);
});
