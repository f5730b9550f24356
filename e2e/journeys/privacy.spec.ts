import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { doctors } from "../../prisma/seed/data/doctors";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, newPatient, stranger } from "../support/patient";
import { type Arranged, arrangeTalk, endTalk } from "../support/talk";
import { languages, type Words, words } from "../support/words";

const doctor = "D001";
const said = "多休息，头痛加重请到医院。";

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), "utf8");

/** Presses one of the download buttons. */
async function download(page: Page, button: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return file;
}

async function open(page: Page, t: Words, place: "access" | "copy" | "deletion"): Promise<void> {
  await page.goto("/patient/me");
  await page.getByRole("link", { name: t("patient.me.privacy"), exact: true }).click();
  await page.getByRole("link", { name: t(`privacy.person.${place}`), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/privacy/[0-9a-f-]{36}/${place}$`));
}

/** R31: who looked, when and for which consultation. */
async function seesWhoLooked(page: Page, t: Words, talk: Arranged, name: string): Promise<void> {
  await open(page, t, "access");
  const entry = page
    .getByRole("list", { name: t("privacy.access.list") })
    .getByRole("listitem")
    .filter({ hasText: t("privacy.deeds.consultation.view") });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(t("privacy.access.who.staff", { name, role: t("terms.role.doctor") }));
  await expect(entry).toContainText(t("privacy.access.reason.consultation", { number: talk.number }));
  await expectAccessible(page);
  await page.getByRole("link", { name: t("privacy.access.all"), exact: true }).click();
  await expect(page.getByText(t("privacy.deeds.patient.add"), { exact: true })).toBeVisible();
}

/** The data file, and the page to read, which stands alone: `reader` is a browser that knows nobody. */
async function takesEverythingHome(page: Page, reader: Page, t: Words, talk: Arranged, idNumber: string) {
  await open(page, t, "copy");
  await expectAccessible(page);
  const data = JSON.parse(await textOf(await download(page, t("privacy.copy.button.json"))));
  expect(data.identity.idNumber).toBe(idNumber);
  expect(data.consultations).toMatchObject([{ number: talk.number, messages: [{ from: "doctor", body: said }] }]);
  const readable = await download(page, t("privacy.copy.button.readable"));
  await expect(page.getByText(t("privacy.copy.done", { name: readable.suggestedFilename() }))).toBeVisible();
  const html = await textOf(readable);
  for (const words of [talk.number, idNumber, said, t("terms.consultationStatus.finished")])
    expect(html).toContain(words);
  await reader.setContent(html);
  await expect(reader.getByRole("heading", { name: t("privacy.readable.sections.consultations") })).toBeVisible();
  await page.goto("/patient/notices");
  await expect(page.getByText(t("notices.record_exported.title")).first()).toBeVisible();
}

async function asksForDeletion(page: Page, t: Words): Promise<void> {
  await open(page, t, "deletion");
  await expect(page.getByText(t("privacy.deletion.kept.record", { count: 1 }))).toBeVisible();
  await expect(page.getByText(t("privacy.deletion.kept.conversation", { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  const send = page.getByRole("button", { name: t("privacy.deletion.send"), exact: true });
  await send.click();
  await page.getByRole("button", { name: t("privacy.deletion.withdraw"), exact: true }).click();
  await page.getByLabel(t("privacy.deletion.why")).fill("不再使用");
  await send.click();
  await expect(page.getByText(t("privacy.deletion.open"), { exact: true })).toBeVisible();
}

async function carriesOut(page: Page, t: Words, name: string): Promise<void> {
  await page.goto("/admin/deletions");
  await expectAccessible(page);
  await page.getByRole("link", { name: t("privacy.desk.openFor", { name }) }).click();
  await expect(page.getByText("不再使用")).toBeVisible();
  await expectAccessible(page);
  await page.getByText(t("privacy.desk.carryOut"), { exact: true }).first().click();
  const form = page.getByRole("form", { name: t("privacy.desk.carryOut") });
  await form.getByRole("button", { name: t("privacy.desk.carryOut"), exact: true }).click();
  await expect(page.getByText(t("errors.reason_too_short"))).toBeVisible();
  await form.getByLabel(t("privacy.desk.reason")).fill("已核对身份，按规定处理。");
  await form.getByRole("button", { name: t("privacy.desk.carryOut"), exact: true }).click();
  await expect(page.getByText(t("privacy.deletion.status.carried_out"), { exact: true }).first()).toBeVisible();
}

for (const language of languages) {
  const t = words(language);

  test(`R31: a patient sees who looked and why, takes everything home, and has deleted what R28 does not keep (${language})`, async ({
    open: openFor,
  }) => {
    const accountId = await newPatient(language);
    const phone = await openFor(accountId, { locale: language, on: "phone" });
    const person = stranger(language === "en" ? "Privacy Li" : "李隐");
    await addPerson(phone, t, person);
    const [{ patientId } = { patientId: "" }] = await ask<{ patientId: string }>(
      'SELECT "patientId" FROM "PatientLink" WHERE "accountId" = $1',
      [accountId],
    );
    const talk = await arrangeTalk({ accountId, patientId, doctor });
    await open(phone, t, "deletion");
    await expect(phone.getByText(t("privacy.deletion.underWay"), { exact: true })).toBeVisible();

    const desk = await openFor(doctor, { locale: language });
    await desk.goto(`/doctor/consultations/${talk.id}`);
    await expect(desk.getByText(person.name).first()).toBeVisible();
    await endTalk(talk, said);

    const known = doctors.find(({ staffNo }) => staffNo === doctor);
    await seesWhoLooked(phone, t, talk, (language === "en" ? known?.nameEn : known?.nameZh) ?? "");
    await takesEverythingHome(phone, await openFor(null, { locale: language }), t, talk, person.idNumber);
    await asksForDeletion(phone, t);

    const admin = await openFor("A001", { locale: language });
    await carriesOut(admin, t, person.name);

    await phone.goto("/patient/me/privacy");
    await expect(phone.getByText(t("privacy.none"), { exact: true })).toBeVisible();
    await expect(phone.getByText("已核对身份，按规定处理。")).toBeVisible();
    await phone.getByText(t("privacy.deletion.outcome"), { exact: true }).click();
    await expect(phone.getByText(t("privacy.deletion.kept.record", { count: 1 }))).toBeVisible();
    await expectAccessible(phone);
    expect(await ask('SELECT 1 FROM "PatientLink" WHERE "accountId" = $1', [accountId])).toEqual([]);
    expect(await ask('SELECT 1 FROM "Consultation" WHERE "id" = $1', [talk.id])).toHaveLength(1);
  });
}
