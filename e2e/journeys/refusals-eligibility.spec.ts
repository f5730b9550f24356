import type { Page } from "@playwright/test";
import { redFlags } from "../../lib/domain/vocabulary/red-flags";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, agree, apply, book, linkCard, newPatient, onFile, stranger } from "../support/patient";
import { press } from "../support/press";
import { rows } from "../support/rows";
import { turnAbout, type Words, words } from "../support/words";

/** Asks for a follow-up and is refused: why, by which rule, and the next step, before anything is typed or written. */
async function expectRefusal(page: Page, t: Words, wanted: { person: string; why: string; nextStep: string }) {
  const before = await rows();
  await apply(page, t, { doctor: "D013", service: "follow_up", person: wanted.person });
  await expect(page.getByText(t("booking.refused.title"), { exact: true })).toBeVisible();
  await expect(page.getByText(wanted.why, { exact: true })).toBeVisible();
  await expect(page.getByText(t("booking.refused.rule", { citation: "" }).trim())).toBeVisible();
  await expect(page.getByRole("link", { name: wanted.nextStep })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expectAccessible(page);
  expect(await rows()).toEqual(before);
}

const daysAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

for (const language of turnAbout(2)) {
  const t = words(language);
  const seekHelp = t("booking.refused.visitHospital");

  test(`R1: somebody never seen here is sent to the hospital for the first visit (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const who = onFile("王春梅");
    await addPerson(page, t, who);
    await linkCard(page, t, who);
    await expect(page.getByText(t("patient.card.noVisits"))).toBeVisible();
    await expectRefusal(page, t, { person: who.name, why: t("errors.first_visit"), nextStep: seekHelp });
  });

  for (const [name, days] of [
    ["陈佳怡", 40],
    ["吴思远", 16],
  ] as const)
    test(`R2: the last visit of ${name} lies ${days} days back, which is too long (${language})`, async ({ open }) => {
      const page = await open(await newPatient(language), { locale: language, on: "phone" });
      await addPerson(page, t, { ...onFile(name), relation: "child" });
      await linkCard(page, t, onFile(name));
      const why = t("errors.no_recent_record", { days: 15, last: daysAgo(days) });
      await expectRefusal(page, t, { person: name, why, nextStep: seekHelp });
      await press(page, t("booking.refused.refresh"));
      await expect(page.getByText(why, { exact: true })).toBeVisible();
    });

  test(`R2: fifteen days after the last visit a follow-up can still be booked (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const who = onFile("周雅琴");
    await addPerson(page, t, { ...who, relation: "parent" });
    await linkCard(page, t, who);
    const doctor = language === "en" ? "D001" : "D002";
    const symptoms = "绝经后潮热盗汗，服药三周后好转，想复查后续药。";
    const id = await book(page, t, { doctor, service: "follow_up", person: who.name, symptoms });
    const [booked] = await ask<{ visitFhirId: string }>(`SELECT "visitFhirId" FROM "Consultation" WHERE "id" = $1`, [
      id,
    ]);
    expect(booked?.visitFhirId).toBeTruthy();
  });

  test(`R4: without a linked card there is no follow-up, and the way leads to the card (${language})`, async ({
    open,
  }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(page, t, stranger("何青青"));
    const linkNow = t("booking.refused.linkCard");
    await expectRefusal(page, t, { person: "何青青", why: t("errors.card_not_linked"), nextStep: linkNow });
    await page.getByRole("link", { name: linkNow }).click();
    await expect(page.getByRole("heading", { level: 1, name: t("patient.card.title") })).toBeVisible();
  });

  test(`R3: one alarming answer ends the application and says where to get help (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(page, t, stranger("何青青"));
    const before = await rows();
    await apply(page, t, { doctor: "D013", service: "consultation", person: "何青青" });
    await agree(page, t);
    await page.getByRole("button", { name: t("booking.next"), exact: true }).click();
    await expect(page.getByText(t("errors.answer_missing")).first()).toBeVisible();
    const [chestPain] = redFlags;
    const question = page.getByRole("group", { name: language === "en" ? chestPain.en : chestPain.zh });
    for (const no of await page.getByRole("radio", { name: t("booking.safety.no"), exact: true }).all())
      await no.check();
    await question.getByRole("radio", { name: t("booking.safety.yes"), exact: true }).check();
    await press(page, t("booking.next"));
    const help = page.getByRole("alert").filter({ hasText: t("booking.safety.stop") });
    await expect(help).toContainText(language === "en" ? chestPain.adviceEn : chestPain.adviceZh);
    await expect(page.getByRole("link", { name: t("booking.safety.call") })).toHaveAttribute("href", "tel:120");
    await expect(page.getByRole("button", { name: t("booking.next"), exact: true })).toBeHidden();
    await expectAccessible(page);
    expect(await rows()).toEqual(before);
  });
}
