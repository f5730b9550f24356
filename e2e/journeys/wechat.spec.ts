import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { newPatient } from "../support/patient";
import { setting } from "../support/settings";
import { newPhone, smsCode } from "../support/sms";
import { languages, type Words, words } from "../support/words";

const NEW_PHONE = "demo-openid-new";
const BOUND_PHONE = "demo-openid-13800000001";

/** The phone as the stand-in shows it: its messages, and the account's menu below them. */
const phone = (page: Page) => page.locator(`section[id="${NEW_PHONE}"]`);

/** The command that publishes the official account's menu; what it says. */
const publishMenu = () =>
  execFileSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/jobs/wechat-menu.ts"], {
    encoding: "utf8",
  });

/** WeChat's own page: whose phone this is; nobody's refuses. */
const sayWhose = (page: Page, openId: string) => page.locator(`button[name="openid"][value="${openId}"]`).click();

async function followBy(page: Page, answer: "关注 Follow" | "取消关注 Unfollow"): Promise<void> {
  await page.goto(setting("WECHAT_URL"));
  await phone(page).getByRole("button", { name: answer, exact: true }).click();
  await page.waitForURL(/#/);
}

const isKnownToFollow = async () =>
  (await ask(`SELECT 1 FROM "WechatFollower" WHERE "openId" = $1 AND "isFollowing"`, [NEW_PHONE])).length === 1;

async function signInByCode(page: Page, t: Words): Promise<void> {
  const number = newPhone();
  await page.getByLabel(t("common.signIn.phone"), { exact: true }).fill(number);
  await page.getByRole("button", { name: t("common.signIn.send"), exact: true }).click();
  await expect(page.getByText(t("common.signIn.sent"))).toBeVisible();
  await page.getByLabel(t("common.signIn.smsCode"), { exact: true }).fill(await smsCode(number));
  await page.getByRole("button", { name: t("common.signIn.enter"), exact: true }).click();
}

for (const language of languages) {
  const t = words(language);

  test(`a new phone follows, is bound once, and from then on opens the menu's pages signed in (${language})`, async ({
    open,
  }) => {
    test.setTimeout(90_000);
    expect(publishMenu()).toMatch(/Published|published already/);
    expect(publishMenu()).toContain("published already");

    const first = await open(null, { locale: language, on: "phone" });
    await followBy(first, "关注 Follow");
    await expect.poll(isKnownToFollow).toBe(true);
    await phone(first).getByRole("link", { name: "我的订单" }).click();
    await sayWhose(first, NEW_PHONE);
    await expect(first.getByText(t("wechat.pendingSignIn"))).toBeVisible();
    await expectAccessible(first);
    await signInByCode(first, t);
    await expect(first.getByText(t("wechat.pendingTitle"))).toBeVisible();
    await expectAccessible(first);
    await first.getByRole("button", { name: t("wechat.agree"), exact: true }).click();
    await expect(first.getByText(t("wechat.following"))).toBeVisible();
    await expectAccessible(first);

    const later = await open(null, { locale: language, on: "phone" });
    await later.goto(setting("WECHAT_URL"));
    await phone(later).getByRole("link", { name: "我的订单" }).click();
    await sayWhose(later, NEW_PHONE);
    await expect(later).toHaveURL(/\/patient\/orders$/);
    await later.goto("/patient");
    await expect(later.getByText(t("wechat.card.title"))).toHaveCount(0);

    // Who leaves is asked to follow again, until he or she puts it off.
    await followBy(first, "取消关注 Unfollow");
    await expect.poll(isKnownToFollow).toBe(false);
    await later.reload();
    await expect(later.getByText(t("wechat.card.title"))).toBeVisible();
    await expectAccessible(later);
    await later.getByRole("link", { name: t("wechat.card.show") }).click();
    await expect(later.getByRole("img", { name: t("wechat.followCode") })).toBeVisible();
    await later.goto("/patient");
    await later.getByRole("button", { name: t("wechat.card.later"), exact: true }).click();
    await later.reload();
    await expect(later.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(later.getByText(t("wechat.card.title"))).toHaveCount(0);

    await later.goto("/patient/me/wechat");
    await later.getByRole("button", { name: t("wechat.unbind"), exact: true }).click();
    await expect(later.getByText(t("wechat.unbound"))).toBeVisible();
  });

  test(`refused, forged and foreign: nobody gets in, and it is said (${language})`, async ({ open }) => {
    const page = await open(null, { locale: language, on: "phone" });
    await page.goto("/wechat/enter?to=https://evil.example/");
    await sayWhose(page, "");
    await expect(page.getByText(t("wechat.failed"))).toBeVisible();
    await expectAccessible(page);

    await page.goto("/api/auth/callback/wechat?code=guessed&state=guessed");
    await expect(page.getByText(t("wechat.failed"))).toBeVisible();
    expect((await page.context().cookies()).filter(({ name }) => name.endsWith("hospital.session"))).toEqual([]);

    const other = await open(await newPatient(language), { locale: language, on: "phone" });
    await other.goto("/patient/me/wechat");
    await expectAccessible(other);
    await other.getByRole("button", { name: t("wechat.bindHere"), exact: true }).click();
    await sayWhose(other, BOUND_PHONE);
    await expect(other.getByText(t("errors.wechat_taken"))).toBeVisible();
    await expect(other.getByText(t("wechat.unbound"))).toBeVisible();
  });
}
