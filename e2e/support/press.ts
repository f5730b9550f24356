import type { Page } from "@playwright/test";

/** Presses a button and waits until the server has answered. */
export async function press(page: Page, name: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).click();
  await answer;
}
