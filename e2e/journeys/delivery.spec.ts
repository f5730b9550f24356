import type { Page } from "@playwright/test";
import { arrangeApproved } from "../support/approved";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { orderRow, payBills, placeOrder } from "../support/order";
import { checkAndSeal, openOrder, pick, shelve } from "../support/pharmacist";
import { setting } from "../support/settings";
import { signButton } from "../support/sign";
import { type Words, words } from "../support/words";

/** What the packing list says of the code that signs. */
const receiptCode = (t: Words) =>
  new RegExp(t("pharmacist.dispensing.labels.receipt", { code: "@" }).split("@")[0] ?? "");

/** Picked by one pharmacist, checked and sealed by the other. */
async function prepare(picker: Page, checker: Page, t: Words, orderId: string): Promise<void> {
  const { number, batches } = await orderRow(orderId);
  await openOrder(picker, number);
  await pick(picker, t);
  await openOrder(checker, number);
  await checkAndSeal(checker, t, batches);
}

async function moveTo(patient: Page, t: Words, orderId: string, district: string, detail: string): Promise<void> {
  await patient.goto(`/patient/orders/${orderId}/address`);
  await patient.getByLabel(t("orders.choice.district")).selectOption({ label: district });
  await patient.getByLabel(t("orders.choice.recipient")).fill("李样例");
  await patient.getByLabel(t("orders.choice.phone")).fill("13812345678");
  await patient.getByRole("textbox", { name: t("orders.choice.detail"), exact: true }).fill(detail);
  await patient.getByRole("button", { name: t("orders.address.submit"), exact: true }).click();
}

test("the courier is paid on arrival, the address changed in time and too late, two parcels, one pack damaged and paid back", async ({
  open,
}) => {
  test.setTimeout(180_000);
  const t = words("zh-CN");
  const { accountId, prescriptionId } = await arrangeApproved("D009", "zh-CN");
  const [patient, picker, checker] = [await open(accountId, { on: "phone" }), await open("P001"), await open("P003")];
  await patient.goto(`/patient/prescriptions/${prescriptionId}/order?how=express`);
  await patient.getByText(t("orders.choice.paste.title")).click();
  await patient.getByLabel(t("orders.choice.paste.label")).fill("李样例 13812345678 重庆市渝北区示范大道120号");
  await patient.getByRole("button", { name: t("orders.choice.paste.submit"), exact: true }).click();
  await patient.getByRole("radio", { name: /顺丰/ }).check();
  await patient.locator('input[name="deliveryPayment"][value="courier"]').check();
  await expect(patient.getByRole("textbox", { name: t("orders.choice.detail"), exact: true })).toHaveValue(
    "示范大道120号",
  );
  await patient.getByLabel(t("orders.choice.keep")).check();
  await expectAccessible(patient);
  await patient.getByRole("button", { name: t("orders.choice.place") }).click();
  await expect(patient).toHaveURL(/\/patient\/orders\/[0-9a-f-]{36}$/);
  const orderId = patient.url().slice(-36);
  // R23: the delivery is the courier's to collect.
  expect(await payBills(patient, t, orderId)).toBe(1);

  await moveTo(patient, t, orderId, "南岸区", "示范路 8 号 3-1");
  await expect(patient.getByText(/南岸区 示范路 8 号/)).toBeVisible();
  await prepare(picker, checker, t, orderId);
  await patient.goto(`/patient/orders/${orderId}/address`);
  await expect(patient.getByText(t("orders.address.closed"))).toBeVisible();

  const tail = String(Date.now()).slice(-11);
  const parcels = [`SF1${tail}`, `SF2${tail}`];
  await checker.getByRole("textbox", { name: t("pharmacist.dispensing.tracking") }).fill(parcels.join("\n"));
  await checker.getByRole("button", { name: t("pharmacist.dispensing.do.ship"), exact: true }).click();
  for (const parcel of parcels) await expect(checker.getByText(parcel)).toBeVisible();
  const advance = async (parcel: string, state: string) => {
    const address = `${setting("CARRIER_URL")}/parcels/shunfeng/${parcel}/advance`;
    expect((await patient.request.post(address, { data: { state } })).ok()).toBe(true);
  };
  for (const state of ["1", "5", "3"]) await advance(parcels[0] ?? "", state);
  await patient.goto(`/patient/orders/${orderId}`);
  await expect(signButton(patient, t)).toBeHidden();
  for (const state of ["1", "5", "3"]) await advance(parcels[1] ?? "", state);
  await expect(signButton(patient, t)).toBeVisible();
  await expectAccessible(patient);
  await signButton(patient, t).click();
  await expect(patient.getByText(t("errors.signature_missing")).first()).toBeVisible();
  await checker.goto(`/pharmacist/orders/${orderId}/labels`);
  const packed = await checker.getByText(receiptCode(t)).textContent();
  await patient.getByText(t("orders.order.sign.byCode")).click();
  const code = patient.getByRole("textbox", { name: t("orders.order.sign.code"), exact: true });
  await code.fill("000000");
  await signButton(patient, t).click();
  await expect(patient.getByText(t("errors.wrong_receipt_code")).first()).toBeVisible();
  await code.fill(/\d{6}/.exec(packed ?? "")?.[0] ?? "");
  await signButton(patient, t).click();
  await expect(patient.getByText(t("orders.order.delivered.title"), { exact: true }).first()).toBeVisible();

  await patient.getByText(t("orders.request.new")).click();
  await patient.getByLabel(t("orders.request.kind")).selectOption("damaged");
  await patient.getByLabel(t("orders.request.body")).fill("有一盒药被压破了。");
  await patient.getByRole("button", { name: t("orders.request.submit"), exact: true }).click();
  await expect(patient.getByText("有一盒药被压破了。")).toBeVisible();
  const support = await open("S001");
  const { number } = await orderRow(orderId);
  await support.goto("/admin/requests");
  await support.getByRole("listitem").filter({ hasText: number }).getByRole("link").click();
  await support.getByText(t("money.refund.title"), { exact: true }).click();
  await support.getByRole("radio", { name: new RegExp(t("money.refund.lines")) }).check();
  await support.getByRole("spinbutton").first().fill("1");
  await support.getByLabel(t("money.refund.note")).fill("照片已核实");
  await expectAccessible(support);
  await support.getByRole("button", { name: t("money.refund.give"), exact: true }).click();
  const paidBack = (page: Page) => page.getByText(t("terms.refundStatus.succeeded")).filter({ visible: true }).first();
  await expect(paidBack(support)).toBeVisible({ timeout: 20_000 });
  await expect(paidBack(patient)).toBeVisible();
  await patient.goto("/patient/payments");
  await expectAccessible(patient);
  await expect(patient.getByText(number).first()).toBeVisible();
});

test("somebody else collects with the end of the ID that was named; what nobody collects waits to be looked at", async ({
  open,
}) => {
  test.setTimeout(180_000);
  const t = words("en");
  const [first, second] = [await arrangeApproved("D010", "en"), await arrangeApproved("D010", "en")];
  const [picker, checker] = [await open("P001", { locale: "en" }), await open("P003", { locale: "en" })];
  const orders: { page: Page; orderId: string }[] = [];
  for (const { accountId, prescriptionId } of [first, second]) {
    const page = await open(accountId, { on: "phone", locale: "en" });
    const orderId = await placeOrder(page, t, prescriptionId, "pickup");
    expect(await payBills(page, t, orderId)).toBe(1);
    await prepare(picker, checker, t, orderId);
    await shelve(checker, t, "B-07");
    orders.push({ page, orderId });
  }
  const [collected, unclaimed] = orders;
  if (!collected || !unclaimed) throw new Error("two orders were prepared");

  await collected.page.goto(`/patient/orders/${collected.orderId}`);
  await collected.page.getByText(t("orders.order.collect.proxy"), { exact: true }).click();
  await collected.page.getByLabel(t("orders.order.collect.proxyName")).fill("Wang Sample");
  await collected.page.getByLabel(t("orders.order.collect.proxyTail")).fill("001x");
  await collected.page.getByRole("button", { name: t("orders.order.collect.proxySave"), exact: true }).click();
  await expect(collected.page.getByText(/Wang Sample/)).toBeVisible();
  const code =
    (await collected.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? "";
  await openOrder(checker, (await orderRow(collected.orderId)).number);
  await checker.getByRole("textbox", { name: t("pharmacist.dispensing.code") }).fill(code);
  const tail = checker.getByRole("textbox", { name: t("pharmacist.dispensing.idTail", { name: "Wang Sample" }) });
  await tail.fill("9999");
  const handOver = checker.getByRole("button", { name: t("pharmacist.dispensing.do.handOver"), exact: true });
  await handOver.click();
  await expect(checker.getByText(t("errors.wrong_collector")).first()).toBeVisible();
  await tail.fill("001X");
  await handOver.click();
  await expect(checker.getByText(t("pharmacist.dispensing.nothingToDo"))).toBeVisible();

  // The worker's own clock takes it off the shelf.
  await ask(`UPDATE "Order" SET "dueAt" = now() - interval '1 minute' WHERE "id" = $1`, [unclaimed.orderId]);
  await unclaimed.page.goto(`/patient/orders/${unclaimed.orderId}`);
  await expect(unclaimed.page.getByText(t("orders.order.unclaimed.title"), { exact: true }).first()).toBeVisible({
    timeout: 90_000,
  });
  const { number } = await orderRow(unclaimed.orderId);
  await checker.goto("/pharmacist/stock/returned");
  await expectAccessible(checker);
  const back = checker.getByRole("listitem").filter({ hasText: number }).first();
  await back.getByRole("radio", { name: t("pharmacist.stock.back.restocked") }).check();
  await back.getByRole("textbox", { name: t("pharmacist.stock.back.note") }).fill("Sealed and sound");
  await back.getByRole("button", { name: t("pharmacist.stock.back.save"), exact: true }).click();
  await expect(checker.getByRole("listitem").filter({ hasText: number })).toHaveCount(1);
});
