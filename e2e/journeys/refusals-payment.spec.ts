import type { Page } from "@playwright/test";
import Stripe from "stripe";
import { testEnvironment } from "../../sandbox/run/test-environment";
import { ask } from "../support/database";
import { expect, expectAccessible, type OpenOptions, test } from "../support/fixtures";
import { addPerson, book, goToGateway, newPatient, payAtGateway, stranger } from "../support/patient";
import { rows } from "../support/rows";
import { setting } from "../support/settings";
import { type Language, turnAbout, type Words, words } from "../support/words";

type Open = (login: string | null, options?: OpenOptions) => Promise<Page>;

/** A new patient's booking with D015 that waits for its fee. */
async function bookedBy(open: Open, language: Language) {
  const t = words(language);
  const page = await open(await newPatient(language), { locale: language, on: "phone" });
  await addPerson(page, t, stranger("唐一禾"));
  const symptoms = "甲状腺结节复查报告已上传，想请医生看看。";
  const id = await book(page, t, { doctor: "D015", service: "consultation", person: "唐一禾", symptoms });
  return { t, page, id };
}

interface Standing {
  readonly consultation: string;
  readonly payments: string[];
  readonly sessions: string[];
  /** Rows of the ledger, and what they add up to. */
  readonly entries: number;
  readonly balance: number;
}

/** How a consultation and its money stand in the database. */
async function standing(id: string): Promise<Standing | undefined> {
  const [row] = await ask<{ consultation: string; payments: string[]; sessions: string[] }>(
    `SELECT c."status" AS consultation, array_agg(p."status"::text) AS payments, array_agg(p."gatewaySessionId") AS sessions
     FROM "Consultation" c LEFT JOIN "Payment" p ON p."consultationId" = c."id" WHERE c."id" = $1 GROUP BY c."id"`,
    [id],
  );
  const [ledger] = await ask<{ entries: number; balance: number }>(
    `SELECT count(*)::int AS entries, coalesce(sum(l."amountFen"), 0)::int AS balance FROM "LedgerEntry" l
     JOIN "Payment" p ON p."id" = l."paymentId" WHERE p."consultationId" = $1`,
    [id],
  );
  return row && ledger && { ...row, ...ledger };
}

const unpaid = { consultation: "awaiting_payment", payments: ["pending"], entries: 0 };
const settled = { consultation: "waiting", payments: ["succeeded"], balance: 0 };

/** On the payment's page: it is paid, and the way leads to the consultation, which waits for the doctor. */
async function expectPaid(page: Page, t: Words): Promise<void> {
  await expect(page.getByText(t("orders.payment.succeeded.title"), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: t("orders.payment.toConsultation") }).click();
  await expect(page.getByText(t("room.page.waiting.text"))).toBeVisible();
}

for (const language of turnAbout(3)) {
  test(`a payment that was declined takes nothing, and can be made again (${language})`, async ({ open }) => {
    const { t, page, id } = await bookedBy(open, language);
    await goToGateway(page, t);
    await payAtGateway(page, "decline");
    expect(await standing(id)).toMatchObject(unpaid);
    await payAtGateway(page, "abandon");
    await expect(page.getByText(t("orders.payment.pending.title"), { exact: true })).toBeVisible();
    await page.getByRole("button", { name: t("orders.payment.continue") }).click();
    await expect(page).toHaveURL(/\/c\/pay\//);
    await payAtGateway(page, "succeed");
    await expectPaid(page, t);
    expect(await standing(id)).toMatchObject(settled);
  });

  test(`a payment that was left is taken up again where it was, from either page (${language})`, async ({ open }) => {
    const { t, page, id } = await bookedBy(open, language);
    await expectAccessible(page);
    await goToGateway(page, t);
    const gateway = page.url();
    await payAtGateway(page, "abandon");
    await expect(page.getByText(t("orders.payment.pending.title"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(await standing(id)).toMatchObject(unpaid);
    await page.getByRole("link", { name: t("orders.payment.toConsultation") }).click();
    await goToGateway(page, t);
    expect(page.url()).toBe(gateway);
    await page.goto("/patient");
    await expect(page.getByText(t("patient.home.payFee"), { exact: true })).toBeVisible();
    await page.getByRole("link", { name: t("patient.home.open"), exact: true }).click();
    await goToGateway(page, t);
    expect(page.url()).toBe(gateway);
    await payAtGateway(page, "succeed");
    await expectPaid(page, t);
    expect(await standing(id)).toMatchObject(settled);
  });
}

test("the gateway’s message delivered two more times changes nothing", async ({ open }) => {
  const { t, page, id } = await bookedBy(open, "zh-CN");
  await goToGateway(page, t);
  await payAtGateway(page, "succeed");
  await expectPaid(page, t);
  const { sessions = [] } = (await standing(id)) ?? {};
  const dashboard = await open(null);
  await dashboard.goto(setting("STRIPE_URL"));
  const event = dashboard
    .getByRole("region", { name: "事件 Events" })
    .getByRole("article")
    .filter({ hasText: "checkout.session.completed" })
    .filter({ hasText: sessions[0] ?? "" });
  await expect(async () => {
    await dashboard.reload();
    await expect(event.getByText("1 次 attempts")).toBeVisible({ timeout: 500 });
  }).toPass();
  const before = await rows();
  await event.getByRole("button", { name: "发两次 Send twice" }).click();
  await expect(async () => {
    await dashboard.reload();
    await expect(event.getByText("3 次 attempts")).toBeVisible({ timeout: 500 });
  }).toPass();
  await event.getByText("3 次 attempts").click();
  await expect(event.getByRole("listitem").filter({ hasText: "HTTP 200" })).toHaveCount(3);
  expect(await rows()).toEqual(before);
  expect(await standing(id)).toMatchObject(settled);
});

test("a forged message of the gateway is turned away, and one that lies is not believed", async ({ open, request }) => {
  const { t, page, id } = await bookedBy(open, "zh-CN");
  await goToGateway(page, t);
  await payAtGateway(page, "abandon");
  const [session = ""] = (await standing(id))?.sessions ?? [];
  const payload = JSON.stringify({
    id: `evt_${session}`,
    object: "event",
    type: "checkout.session.completed",
    data: { object: { id: session, object: "checkout.session", payment_status: "paid", status: "complete" } },
  });
  const { webhooks } = new Stripe(testEnvironment.STRIPE_SECRET_KEY);
  const secret = testEnvironment.STRIPE_WEBHOOK_SECRET;
  const header = (given: { payload?: string; secret?: string; timestamp?: number }) =>
    webhooks.generateTestHeaderString({ payload, secret, ...given });
  const send = async (signature?: string) => {
    const headers = { "content-type": "application/json", ...(signature && { "stripe-signature": signature }) };
    return (await request.post(`${setting("BASE_URL")}/api/webhooks/stripe`, { data: payload, headers })).status();
  };
  const before = await rows();
  expect(await send(), "without a signature").toBe(400);
  expect(await send(header({ secret: "whsec_of_somebody_else" })), "with another's secret").toBe(400);
  expect(await send(header({ payload: `${payload} ` })), "signed over another body").toBe(400);
  expect(await send(header({ timestamp: Math.floor(Date.now() / 1000) - 301 })), "from 301 seconds ago").toBe(400);
  expect(await rows()).toEqual(before);
  // Rightly signed, but the gateway itself says that nothing was paid.
  expect(await send(header({}))).toBe(200);
  expect(await standing(id)).toMatchObject(unpaid);
  await page.goto(`/patient/consultations/${id}`);
  await expect(page.getByText(t("room.page.pay.title"), { exact: true })).toBeVisible();
});
