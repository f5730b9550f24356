import { afterEach, beforeEach, expect, test } from "vitest";
import { openStripeBench, type StripeBench } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

test("the page shows merchant, items, amount, the session's methods and its buttons", async () => {
  const session = await bench.createSession({ locale: "zh", allowed_payment_method_types: ["alipay", "card"] });
  const shown = await bench.see(`/c/pay/${session.id}`);
  for (const text of ["妇儿医院", "复诊诊查费 × 2", "¥50.00", "支付宝", "银行卡", "模拟被拒", "放弃并返回"]) {
    expect(shown).toContain(text);
  }
  expect(shown).not.toContain("微信支付");
  expect(shown).not.toContain("<script");
});

test.each([
  ["zh", "en-US,en", "支付 ¥50.00"],
  ["en", "zh-CN,zh", "Pay CN¥50.00"],
  ["auto", "de,en-GB;q=0.8,zh;q=0.5", "Pay CN¥50.00"],
  [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "支付 ¥50.00"],
  [undefined, "fr", "Pay CN¥50.00"],
] as const)("with locale %s and languages %s the button reads %s", async (locale, languages, label) => {
  const session = await bench.createSession(locale ? { locale } : {});
  expect(await bench.see(`/c/pay/${session.id}`, { "accept-language": languages })).toContain(`>${label}</button>`);
});

test("what the hospital calls an item is shown as text, never as markup", async () => {
  const price_data = { currency: "cny", unit_amount: 900, product_data: { name: "<img src=x onerror=alert(1)>" } };
  const session = await bench.createSession({ line_items: [{ price_data, quantity: 1 }] });
  expect(await bench.see(`/c/pay/${session.id}`)).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test("a paid session says so and leads on", async () => {
  const { session } = await bench.createPaid("card", { locale: "en" });
  const shown = await bench.see(`/c/pay/${session.id}`);
  expect(shown).toContain("There is nothing left to pay.");
  expect(shown).toContain(`href="https://hospital.example/paid?session=${session.id}"`);
  expect(shown).not.toContain("<button");
});

test("an expired session says so and leads back", async () => {
  const session = await bench.createSession({ locale: "en" });
  await bench.stripe.checkout.sessions.expire(session.id);
  const shown = await bench.see(`/c/pay/${session.id}`);
  expect(shown).toContain("nothing was charged");
  expect(shown).toContain('href="https://hospital.example/cancelled"');
  expect(shown).not.toContain("<button");
});

test("a method that the session does not offer pays nothing", async () => {
  const session = await bench.createSession({ allowed_payment_method_types: ["card"] });
  expect(await bench.press(session, "pay", "alipay")).toBe(`/c/pay/${session.id}`);
  expect(await bench.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: "unpaid" });
});

test("an unknown session has no page", async () => {
  const response = await fetch(`${bench.url}/c/pay/cs_test_none`, { headers: { "accept-language": "zh" } });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("没有这个付款页面");
});

test("the dashboard shows what happened and whether the webhook heard of it", async () => {
  const { intent, session } = await bench.createPaid();
  const refund = await bench.stripe.refunds.create({ payment_intent: intent, amount: 100 });
  await bench.awaitEvent("charge.refunded");
  const shown = await bench.see("/");
  for (const text of [session.id, intent, refund.id, "charge.refunded", "delivered"]) expect(shown).toContain(text);
});
