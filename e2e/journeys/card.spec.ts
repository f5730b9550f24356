import { rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import { formatMoment } from "../../components/ui/moment";
import config from "../../playwright.config";
import { blankPicture, cardFilm, codePicture, filmFile } from "../support/card-picture";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, linkCard, newPatient, onFile, stranger } from "../support/patient";
import { setting } from "../support/settings";
import { type Words, words } from "../support/words";

const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${filmFile()}`,
    ],
  },
});

const right = onFile("张慧敏");

test.beforeAll(async () => {
  await cardFilm(right.cardNumber);
});
test.afterAll(() => rmSync(filmFile(), { force: true }));

const linked = (page: Page, t: Words) => page.getByText(t("patient.card.linked"), { exact: true });
const asPng = (buffer: Buffer) => ({ name: "card.png", mimeType: "image/png", buffer });

/** Takes the hospital's records down, or brings them up again. */
const recordsAre = (faults: { down: boolean }) =>
  fetch(`${setting("FHIR_URL")}/faults`, { method: "POST", body: JSON.stringify(faults) });

/** From the card of a person to the camera's screen: a full load, since the camera is allowed in that document alone. */
async function goToScan(page: Page, t: Words): Promise<void> {
  const arrival = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/scan"));
  await page.getByRole("link", { name: t("card.entry.scan") }).click();
  expect((await arrival).request().isNavigationRequest()).toBe(true);
  expect((await arrival).headers()["permissions-policy"]).toContain("camera=(self)");
  await expect(page.getByRole("heading", { name: t("card.scan.title") })).toBeVisible();
}

test("R4: a card is linked by the camera, shown as a code, unlinked, and linked again from a picture of that code", async ({
  open,
}) => {
  const t = words("zh-CN");
  const page = await open(await newPatient("zh-CN"), { locale: "zh-CN", on: "phone" });
  await page.context().grantPermissions(["camera"]);
  await addPerson(page, t, right);
  const elsewhere = await page.reload();
  expect(elsewhere?.headers()["permissions-policy"]).toContain("camera=()");

  await goToScan(page, t);
  await expectAccessible(page);
  await page.getByRole("button", { name: t("card.scan.open") }).click();
  await expect(linked(page, t)).toBeVisible({ timeout: 20_000 });
  await expect(page).toHaveURL(/\/card$/);
  await expectAccessible(page);

  await page.getByRole("link", { name: t("card.entry.show") }).click();
  const code = page.getByRole("img", { name: t("card.code.label", { name: right.name }) });
  await expect(code).toBeVisible();
  await expect(page.getByText(right.cardNumber)).toHaveCount(0);
  await expectAccessible(page);
  const picture = await code.screenshot();
  const looks = await ask(`SELECT 1 FROM "AuditEvent" e JOIN "Patient" p ON p."id" = e."patientId"
    WHERE e."action" = 'card.show' AND p."name" = '${right.name}'`);
  expect(looks.length).toBeGreaterThan(0);

  await page.getByRole("link", { name: t("card.code.back") }).click();
  await page.getByRole("button", { name: t("card.unlink.trigger") }).click();
  await page.getByRole("button", { name: t("card.unlink.confirm") }).click();
  await expect(page.getByRole("button", { name: t("patient.card.submit"), exact: true })).toBeVisible();
  await expect(linked(page, t)).toHaveCount(0);

  await goToScan(page, t);
  await page.getByLabel(t("card.scan.picture")).setInputFiles(asPng(picture));
  await expect(linked(page, t)).toBeVisible();
  const cards = await ask<{ unlinkedAt: Date | null }>(
    `SELECT c."unlinkedAt" FROM "HealthCard" c JOIN "Patient" p ON p."id" = c."patientId"
     WHERE p."name" = $1 ORDER BY c."linkedAt"`,
    [right.name],
  );
  expect(cards.map(({ unlinkedAt }) => unlinkedAt === null)).toEqual([false, true]);
});

test("a camera that is not allowed, a picture without a code and another code are named, and typing is offered", async ({
  open,
}) => {
  const t = words("en");
  const page = await open(await newPatient("en"), { locale: "en", on: "phone" });
  const maria = onFile("Maria Santos");
  await addPerson(page, t, { ...maria, name: "SANTOS MARIA", birthDate: "1990-07-22" });
  await goToScan(page, t);
  await page.getByRole("button", { name: t("card.scan.open") }).click();
  await expect(page.getByText(t("card.scan.denied"))).toBeVisible();
  await expectAccessible(page);

  const choose = page.getByLabel(t("card.scan.picture"));
  await choose.setInputFiles(asPng(await blankPicture()));
  await expect(page.getByText(t("card.scan.unread"))).toBeVisible();
  await choose.setInputFiles(asPng(await codePicture("https://pay.example/123456")));
  await expect(page.getByText(t("card.scan.notACard"))).toBeVisible();

  const number = page.getByLabel(t("card.scan.number"));
  const submit = page.getByRole("button", { name: t("card.scan.submit") });
  for (const [cardNumber, code] of [
    ["CQ2026888888", "card_unknown"],
    [right.cardNumber, "card_other_person"],
    [maria.cardNumber, "card_birth_date_differs"],
  ] as const) {
    await number.fill(cardNumber);
    await submit.click();
    await expect(page.getByText(t(`errors.${code}`))).toBeVisible();
    await expect(number).toHaveValue(cardNumber);
  }
  await expectAccessible(page);
});

test("R4: while the hospital's records do not answer the stored one shows with its time, and is fetched as soon as they do", async ({
  open,
}) => {
  const t = words("zh-CN");
  const page = await open(await newPatient("zh-CN"), { locale: "zh-CN", on: "phone" });
  const person = onFile("林小满");
  await addPerson(page, t, { ...person, relation: "child" });
  await linkCard(page, t, person);
  const since = new Date(Date.now() - 3 * 3_600_000);
  await ask(`UPDATE "Patient" SET "recordFetchedAt" = $1 WHERE "name" = $2`, [since, person.name]);
  await page.clock.install();
  await page.reload();
  const stored = page.getByText(t("patient.card.fetchedAt", { at: formatMoment(since, "zh-CN", "long") }));
  await expect(stored).toBeVisible();
  try {
    await recordsAre({ down: true });
    await page.getByRole("button", { name: t("patient.card.refresh") }).click();
    await expect(page.getByText(t("card.wait.title"))).toBeVisible();
    await expect(stored).toBeVisible();
    await expectAccessible(page);
  } finally {
    await recordsAre({ down: false });
  }
  await page.clock.runFor(31_000);
  await expect(page.getByText(t("card.wait.title"))).toHaveCount(0);
  await expect(stored).toHaveCount(0);
});

test("at a desk without a camera the scan says so, in Chinese", async ({ open }) => {
  const t = words("zh-CN");
  const page = await open(await newPatient("zh-CN"), { locale: "zh-CN", on: "desk" });
  await page.context().grantPermissions(["camera"]);
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
  });
  await addPerson(page, t, stranger("方小舟"));
  await goToScan(page, t);
  await page.getByRole("button", { name: t("card.scan.open") }).click();
  await expect(page.getByText(t("card.scan.absent"))).toBeVisible();
  await expectAccessible(page);
});
