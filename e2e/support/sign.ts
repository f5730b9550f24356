import { expect, type Page } from "@playwright/test";
import type { Words } from "./words";

/** The button that signs for a parcel; there once every parcel is at the door. */
export const signButton = (page: Page, t: Words) =>
  page.getByRole("button", { name: t("orders.order.sign.button"), exact: true });

/** Draws a name with the finger, and signs. */
export async function signFor(page: Page, t: Words): Promise<void> {
  const pad = page.getByRole("img", { name: t("orders.order.sign.draw"), exact: true });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("there is nothing to sign in");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.3));
  await page.mouse.down();
  for (const [x, y] of [
    [0.4, 0.7],
    [0.6, 0.3],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(...at(x, y));
  await page.mouse.up();
  await signButton(page, t).click();
  await expect(page.getByText(t("orders.order.delivered.title"), { exact: true }).first()).toBeVisible();
}
