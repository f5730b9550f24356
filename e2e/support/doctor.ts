import { expect, type Page } from "@playwright/test";
import { DEMO_PIN } from "../../prisma/seed/sign-ins";
import type { Words } from "./words";

/** Takes the consultation from the queue and accepts it. */
export async function accept(page: Page, t: Words, patient: string): Promise<void> {
  await page.goto("/doctor");
  // R5: once a day, before the first consultation.
  const confirm = page.getByRole("button", { name: t("doctor.standing.confirm"), exact: true });
  if (await confirm.isVisible()) await confirm.click();
  await expect(confirm).toBeHidden();
  await page
    .getByRole("link", { name: new RegExp(patient) })
    .first()
    .click();
  await page.getByRole("button", { name: t("doctor.desk.accept"), exact: true }).click();
  await expect(page.getByRole("textbox", { name: t("room.write") })).toBeEnabled();
}

/** Writes a line into the conversation and sees it sent. */
export async function say(page: Page, t: Words, text: string): Promise<void> {
  await page.getByRole("textbox", { name: t("room.write") }).fill(text);
  await page.getByRole("button", { name: t("room.send"), exact: true }).click();
  await expect(page.getByRole("log").getByText(text)).toBeVisible();
}

export interface Wanted {
  /** What is typed into the search, and the option that is taken. */
  readonly diagnosis: readonly [search: string, option: RegExp];
  readonly medicine: readonly [search: string, option: RegExp];
  readonly days: number;
  readonly advice: string;
  readonly supplyReason?: string;
}

/** Opens the pad beside the conversation and writes one medicine; signed without a diagnosis it is refused, with one it goes to review. */
export async function prescribe(page: Page, t: Words, wanted: Wanted): Promise<void> {
  await page.getByRole("link", { name: t("doctor.desk.prescribe") }).click();
  await page.getByRole("combobox", { name: t("doctor.pad.medicine") }).fill(wanted.medicine[0]);
  await page.getByRole("option", { name: wanted.medicine[1] }).first().click();
  await page.getByRole("textbox", { name: t("doctor.pad.days") }).fill(String(wanted.days));
  if (wanted.supplyReason)
    await page.getByRole("textbox", { name: t("doctor.pad.supplyReason") }).fill(wanted.supplyReason);
  await page.getByRole("textbox", { name: t("doctor.pad.advice") }).fill(wanted.advice);
  await page.getByRole("button", { name: t("doctor.pad.submit") }).click();
  await expect(page.getByText(t("errors.diagnosis_missing")).first()).toBeVisible();
  await page.getByRole("combobox", { name: t("doctor.pad.diagnosis") }).fill(wanted.diagnosis[0]);
  await page.getByRole("option", { name: wanted.diagnosis[1] }).first().click();
  await sign(page, t);
  await expect(page).toHaveURL(/\/doctor\/consultations\/[0-9a-f-]+$/);
}

/** The PIN opens the doctor's own key; it is typed for each signature. */
export async function sign(page: Page, t: Words): Promise<void> {
  await page.getByLabel(t("doctor.pad.pin")).fill(DEMO_PIN);
  await page.getByRole("button", { name: t("doctor.pad.submit") }).click();
}

/** Ends the conversation with words that the patient keeps. */
export async function finish(page: Page, t: Words, advice: string): Promise<void> {
  await page.getByRole("button", { name: t("doctor.desk.finish.open"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: t("doctor.desk.advice") }).fill(advice);
  await dialog.getByRole("button", { name: t("doctor.desk.finish.submit"), exact: true }).click();
  await expect(page.getByText(t("terms.consultationStatus.finished"), { exact: true }).first()).toBeVisible();
}
