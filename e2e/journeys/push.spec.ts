import type { Page } from "@playwright/test";
import { arrangeApproved } from "../support/approved";
import { expect, expectAccessible, test } from "../support/fixtures";
import { payBills, placeOrder } from "../support/order";
import { setting } from "../support/settings";
import { words } from "../support/words";

/** The browsers of these tests have no push service of their own: the stand-in's takes its place, and its messages are handed over. */
async function subscribesAtStandIn(page: Page): Promise<void> {
  await page.context().grantPermissions(["notifications"]);
  await page.exposeFunction("subscribeAtStandIn", async (applicationServerKey: string) => {
    const body = JSON.stringify({ applicationServerKey });
    return (await fetch(`${setting("PUSH_URL")}/subscriptions`, { method: "POST", body })).json();
  });
  await page.addInitScript(() => {
    const at = window as unknown as { subscribeAtStandIn(key: string): Promise<{ endpoint: string }> };
    const asSubscription = (made: { endpoint: string }) => ({
      ...made,
      toJSON: () => made,
      unsubscribe: async () => true,
    });
    const kept = () => JSON.parse(sessionStorage.getItem("push") ?? "null");
    PushManager.prototype.subscribe = async (options) => {
      const made = await at.subscribeAtStandIn(String(options?.applicationServerKey));
      sessionStorage.setItem("push", JSON.stringify(made));
      return asSubscription(made) as unknown as PushSubscription;
    };
    PushManager.prototype.getSubscription = async () =>
      kept() && (asSubscription(kept()) as unknown as PushSubscription);
  });
}

const endpointOf = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem("push") ?? "{}").endpoint as string);

async function shownAt(endpoint: string): Promise<string[]> {
  const answer = await fetch(endpoint.replace("/push/", "/messages/"));
  return ((await answer.json()) as { text: string }[]).map(({ text }) => text);
}

/** Hands a message to the page's service worker, as the browser does when one arrives. */
async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((found) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      if (registrations[0]) found(registrations[0].registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    ...{ origin: setting("BASE_URL"), registrationId: await registrationId, data },
  });
}

test("R32: a browser that was asked to shows what happened while the page is closed, in its reader's language, and stops when told", async ({
  open,
}) => {
  const t = words("en");
  const { accountId, prescriptionId } = await arrangeApproved("D011", "en");
  const page = await open(accountId, { locale: "en", on: "phone" });
  await subscribesAtStandIn(page);
  await page.goto("/patient/notices");
  await page.getByRole("button", { name: t("notices.watch.turnOn"), exact: true }).click();
  await expect(page.getByText(t("notices.watch.on"))).toBeVisible();
  await expectAccessible(page);
  const endpoint = await endpointOf(page);

  const orderId = await placeOrder(page, t, prescriptionId, "pickup");
  expect(await payBills(page, t, orderId)).toBe(1);
  await page.getByRole("button", { name: t("orders.order.cancel"), exact: true }).click();
  await page.getByRole("button", { name: t("orders.order.cancelConfirm"), exact: true }).click();
  await expect(page.getByText(t("orders.order.cancelled.title"), { exact: true }).first()).toBeVisible();
  const title = t("notices.order_cancelled.title");
  await expect.poll(async () => (await shownAt(endpoint)).join(), { timeout: 20_000 }).toContain(title);
  const message = (await shownAt(endpoint)).find((text) => text.includes(title)) ?? "";
  expect(JSON.parse(message)).toEqual({ id: expect.any(String), title, path: `/patient/orders/${orderId}` });

  await deliver(page, message);
  const notifications = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, data }) => ({ title, data }));
    });
  await expect.poll(notifications).toEqual([{ title, data: { path: `/patient/orders/${orderId}` } }]);

  await page.goto("/patient/notices");
  await page.getByRole("button", { name: t("notices.watch.turnOff"), exact: true }).click();
  await expect(page.getByRole("button", { name: t("notices.watch.turnOn"), exact: true })).toBeVisible();
});

test("where the browser's push service is out of reach, the switch says so", async ({ open }) => {
  const t = words("zh-CN");
  const page = await open("P002");
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new DOMException("", "AbortError"));
  });
  await page.goto("/pharmacist/notices");
  await page.getByRole("button", { name: t("notices.watch.turnOn"), exact: true }).click();
  await expect(page.getByText(t("notices.watch.failed"))).toBeVisible();
});
