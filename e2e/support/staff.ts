import { expect, type Page } from "@playwright/test";
import { codeNow } from "../../sandbox/authenticator/start-authenticator";
import { ask } from "./database";
import type { Words } from "./words";

/** The staff sign-in as somebody types it: staff number, password, and the authenticator's code or a recovery code. */
export async function signInByForm(page: Page, t: Words, who: { login: string; password: string; code: string }) {
  await page.goto("/sign-in?by=password");
  await page.getByLabel(t("common.signIn.login")).fill(who.login);
  await page.getByLabel(t("common.signIn.password"), { exact: true }).fill(who.password);
  await page.getByLabel(t("common.signIn.code")).fill(who.code);
  await page.getByRole("button", { name: t("common.signIn.submit"), exact: true }).click();
}

/** As if the second factor of everything that this account has open had been shown long ago. */
export const forgetStepUp = (accountId: string) =>
  ask(`UPDATE "Session" SET "stepUpAt" = now() - interval '1 hour' WHERE "accountId" = $1`, [accountId]);

/** Shows the second factor where the page asks for it again. */
export async function stepUp(page: Page, t: Words, code: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: t("common.stepUp.title") });
  await dialog.getByLabel(t("common.stepUp.code")).fill(code);
  await dialog.getByRole("button", { name: t("common.stepUp.confirm") }).click();
  await expect(dialog).toBeHidden();
}

export interface Newcomer {
  readonly staffNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly password: string;
}

/** The administrator fills in who it is; ends where the link is shown. Returns the link. */
export async function inviteDoctor(page: Page, t: Words, { staffNo, nameZh, nameEn }: Newcomer): Promise<string> {
  await page.goto("/admin/people/invite?role=doctor");
  const fill = (key: string, text: string) => page.getByLabel(t(`staff.invite.${key}`), { exact: true }).fill(text);
  await fill("staffNo", staffNo);
  await fill("nameZh", nameZh);
  await fill("nameEn", nameEn);
  await fill("certificateNo", `DEMO-${staffNo}`);
  await fill("licenceExpiresOn", "2031-12-31");
  await fill("practisingSince", "2015-07-01");
  await page.getByLabel(t("staff.invite.department"), { exact: true }).selectOption({ index: 1 });
  await fill("scopeZh", "内科专业");
  await fill("scopeEn", "Internal medicine");
  await page.getByRole("button", { name: t("staff.invite.submit") }).click();
  const link = page.getByRole("status").filter({ hasText: "/invitation/" });
  await expect(link).toBeVisible();
  return ((await link.textContent()) ?? "").trim();
}

/** Takes an account over by the invitation's link: a password, and the second factor. Returns its secret. */
export async function takeOver(page: Page, t: Words, link: string, password: string): Promise<string> {
  await page.goto(link);
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel(t("staff.join.password"), { exact: true }).fill(password);
  await page.getByLabel(t("staff.join.repeated"), { exact: true }).fill(password);
  await page.getByLabel(t("staff.join.code"), { exact: true }).fill(await codeNow(secret, new Date()));
  await page.getByRole("button", { name: t("staff.join.submit") }).click();
  await expect(page.getByText(t("staff.join.doneTitle"))).toBeVisible();
  return secret;
}
