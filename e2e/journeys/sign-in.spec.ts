import { demoSignIns } from "../../prisma/seed/sign-ins";
import { codeNow } from "../../sandbox/authenticator/start-authenticator";
import { expect, expectAccessible, test } from "../support/fixtures";

const signInOf = (account: string) => {
  const found = demoSignIns.find((signIn) => signIn.account === account);
  if (!found) throw new Error(`no demonstration sign-in ${account}`);
  return found;
};

test("a patient signs in with mobile number and password, and out again", async ({ open }) => {
  const page = await open(null, { on: "phone" });
  const { account, password } = signInOf("13800000001");
  await page.goto("/patient");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole("link", { name: "密码登录" }).click();
  await expectAccessible(page);
  await page.getByLabel("手机号或工号").fill(account);
  await page.getByLabel("密码").fill("not the password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "不正确" })).toBeVisible();
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(/\/patient$/);
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/patient");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("a doctor gets in with the second factor only, and only into the doctor's portal", async ({ open }) => {
  const page = await open(null, { locale: "en" });
  const { account, password, totpSecret } = signInOf("D001");
  await page.goto("/sign-in?by=password");
  await page.getByLabel("Mobile or staff number").fill(account);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("One-time code").fill(await codeNow(totpSecret ?? "", new Date()));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/doctor$/);
  await page.goto("/pharmacist");
  await expect(page).toHaveURL(/\/doctor$/);
});
