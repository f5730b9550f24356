import { expect, type Page } from "@playwright/test";
import { ask } from "./database";
import { payAtGateway } from "./patient";
import type { Words } from "./words";

export interface Address {
  /** Province in the reader's language, then city (none where the province has but one) and district as an address names them. */
  readonly area: readonly [province: string, ...below: string[]];
  readonly carrier: RegExp;
  readonly recipient: string;
  readonly phone: string;
  readonly detail: string;
}

/** From an approved prescription to a placed order: by courier to an address, or collected at the hospital. Returns the order's id. */
export async function placeOrder(
  page: Page,
  t: Words,
  prescriptionId: string,
  to: Address | "pickup",
): Promise<string> {
  await page.goto(`/patient/prescriptions/${prescriptionId}`);
  await page.getByRole("link", { name: t("orders.prescription.choose") }).click();
  if (to === "pickup") {
    await page.getByRole("link", { name: t("orders.choice.pickup"), exact: true }).click();
    await page.getByRole("button", { name: t("orders.choice.placePickup") }).click();
  } else {
    const levels = [t("orders.choice.province"), t("orders.choice.city"), t("orders.choice.district")];
    for (const [index, name] of to.area.entries())
      await page.getByLabel(levels[index] ?? "").selectOption({ label: name });
    await page.getByRole("radio", { name: to.carrier }).check();
    await page.getByLabel(t("orders.choice.recipient")).fill(to.recipient);
    await page.getByLabel(t("orders.choice.phone")).fill(to.phone);
    await page.getByRole("textbox", { name: t("orders.choice.detail"), exact: true }).fill(to.detail);
    await page.getByRole("button", { name: t("orders.choice.place") }).click();
  }
  await expect(page).toHaveURL(/\/patient\/orders\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
}

/** Pays what the order still asks for, one bill after the other (R23: medicine and delivery are two payments). Returns how many. */
export async function payBills(page: Page, t: Words, orderId: string): Promise<number> {
  let paid = 0;
  for (;;) {
    await page.goto(`/patient/orders/${orderId}`);
    const bill = page.getByRole("button", {
      name: new RegExp(`^${t("orders.order.pay.button", { purpose: "", amount: "" }).trim()}`),
    });
    if ((await bill.count()) === 0) return paid;
    await bill.first().click();
    await expect(page).toHaveURL(/\/c\/pay\//);
    await payAtGateway(page, "succeed");
    await expect(page.getByText(t("orders.payment.succeeded.title"), { exact: true }).first()).toBeVisible();
    paid += 1;
  }
}

/** An order's number, and the numbers of its promised batches. */
export async function orderRow(orderId: string): Promise<{ number: string; batches: string[] }> {
  const rows = await ask<{ number: string; batch: string }>(
    `SELECT o."number", b."number" AS batch FROM "Order" o JOIN "OrderItem" i ON i."orderId" = o."id"
     JOIN "StockReservation" r ON r."orderItemId" = i."id" AND r."releasedAt" IS NULL JOIN "StockBatch" b ON b."id" = r."batchId"
     WHERE o."id" = $1 ORDER BY i."position"`,
    [orderId],
  );
  return { number: rows[0]?.number ?? "", batches: rows.map(({ batch }) => batch) };
}
