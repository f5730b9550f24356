import { expect, type Page } from "@playwright/test";
import { DEMO_PIN } from "../../prisma/seed/sign-ins";
import type { Words } from "./words";

/** Claims a prescription and ticks every point of R19. */
export async function claim(page: Page, t: Words, number: string): Promise<void> {
  await page.goto("/pharmacist");
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: t("pharmacist.review.claim"), exact: true }).click();
  await expect(page.getByRole("button", { name: t("pharmacist.review.approve"), exact: true })).toBeVisible();
}

export async function approve(page: Page, t: Words): Promise<void> {
  for (const point of await page
    .getByRole("group", { name: t("pharmacist.review.points") })
    .getByRole("checkbox")
    .all())
    await point.check();
  await page.getByLabel(t("pharmacist.review.pin")).fill(DEMO_PIN);
  await page.getByRole("button", { name: t("pharmacist.review.approve"), exact: true }).click();
  await expect(page.getByText(t("terms.prescriptionStatus.approved"), { exact: true }).first()).toBeVisible();
}

const step = (page: Page, t: Words, key: string) =>
  page.getByRole("button", { name: t(`pharmacist.dispensing.do.${key}`), exact: true });

/** Opens an order of the board. */
export async function openOrder(page: Page, number: string): Promise<void> {
  await page.goto("/pharmacist/dispensing");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

export async function pick(page: Page, t: Words): Promise<void> {
  await step(page, t, "pick").click();
  await expect(page.getByText(t("pharmacist.dispensing.fourEyes"))).toBeVisible();
}

/** The second person reads every batch number off the packs, then seals. */
export async function checkAndSeal(page: Page, t: Words, batches: readonly string[]): Promise<void> {
  for (const [index, number] of batches.entries())
    await page.getByRole("textbox", { name: t("pharmacist.dispensing.batchRead", { n: index + 1 }) }).fill(number);
  await step(page, t, "check").click();
  await step(page, t, "seal").click();
}

export async function ship(page: Page, t: Words, trackingNumber: string): Promise<void> {
  await page.getByRole("textbox", { name: t("pharmacist.dispensing.tracking") }).fill(trackingNumber);
  await step(page, t, "ship").click();
}

export async function shelve(page: Page, t: Words, shelf: string): Promise<void> {
  await page.getByRole("textbox", { name: t("pharmacist.dispensing.shelf") }).fill(shelf);
  await step(page, t, "shelve").click();
  await expect(step(page, t, "handOver")).toBeVisible();
}

export async function handOver(page: Page, t: Words, code: string): Promise<void> {
  await page.getByRole("textbox", { name: t("pharmacist.dispensing.code") }).fill(code);
  await step(page, t, "handOver").click();
  await expect(page.getByText(t("pharmacist.dispensing.nothingToDo"))).toBeVisible();
}
