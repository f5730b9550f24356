import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { doctors } from "../../prisma/seed/data/doctors";
import { residentIdCheck } from "../../sandbox/fhir/identifiers";
import { ownPeople, type PersonOnFile } from "../../sandbox/fhir/people";
import { words as gatewayWords } from "../../sandbox/stripe/payment-page-text";
import { ask } from "./database";
import { setting } from "./settings";
import type { Words } from "./words";

/** Somebody as typed in on the screens; `relation` is one of `terms.relation`. */
export type Somebody = Omit<PersonOnFile, "lastVisitDaysAgo" | "department" | "idType"> & {
  readonly idType: PersonOnFile["idType"] | "birth_certificate";
  readonly relation?: string;
};

export interface Booking {
  /** A staff number of the seed. */
  readonly doctor: string;
  readonly service: "follow_up" | "consultation";
  /** By text unless said. */
  readonly channel?: "voice" | "video";
  /** The name of one of the account's people. */
  readonly person: string;
  readonly symptoms: string;
  /** Paths of pictures. */
  readonly pictures?: readonly string[];
}

/** A patient's account with no people yet: what one test does weighs on no other. Returns its id, to be opened with. */
export async function newPatient(locale: "zh-CN" | "en" = "zh-CN"): Promise<string> {
  const [account] = await ask<{ id: string }>(
    `INSERT INTO "Account" ("id", "role", "displayName", "loginDigest", "locale")
     VALUES (uuidv7(), 'patient', '测试', gen_random_uuid()::text, $1) RETURNING "id"`,
    [locale],
  );
  return account?.id ?? "";
}

/** One of the people whose record is in `sandbox/fhir/bundles`. */
export function onFile(name: string): PersonOnFile {
  const found = ownPeople.find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not on file`);
  return found;
}

/** An adult of whom the hospital has no file; nobody has such a number (province code 99), and no two are the same. */
export function stranger(name: string): Somebody {
  const birthDate = new Date(Date.UTC(1970, 0, 1 + Math.floor(Math.random() * 10_000))).toISOString().slice(0, 10);
  const order = String(Math.floor(Math.random() * 500) * 2).padStart(3, "0");
  const digits = `990001${birthDate.replaceAll("-", "")}${order}`;
  const idNumber = digits + residentIdCheck(digits);
  return { name, birthDate, sex: "female", idType: "resident_id", idNumber, cardNumber: "" };
}

/** My → Add Patient; ends on the card of the new person, for whom the account has agreed to everything. */
export async function addPerson(page: Page, t: Words, person: Somebody): Promise<void> {
  const patientId = await addPersonOnly(page, t, person);
  await consentFor(patientId);
  await page.reload();
}

const digestOf = (idNumber: string) =>
  createHmac("sha256", Buffer.from(setting("FIELD_HMAC_KEY"), "base64"))
    .update(`id_number\0${idNumber.toUpperCase()}`)
    .digest("base64url");

/** Another test's account may hold this person, and would have to agree first: makes the person unknown, and the card free. */
async function forget({ idNumber }: Somebody): Promise<void> {
  const known = await ask<{ id: string }>(
    `UPDATE "Patient" p SET "idNumberDigest" = gen_random_uuid()::text WHERE p."idNumberDigest" = $1
       AND NOT EXISTS (SELECT FROM "PatientLink" l JOIN "Account" a ON a."id" = l."accountId" WHERE l."patientId" = p."id" AND a."displayName" <> '测试')
     RETURNING "id"`,
    [digestOf(idNumber)],
  );
  for (const { id } of known)
    await ask(`UPDATE "HealthCard" SET "unlinkedAt" = now() WHERE "patientId" = $1 AND "unlinkedAt" IS NULL`, [id]);
}

/** The same without any consent. Returns the person's id. */
export async function addPersonOnly(page: Page, t: Words, person: Somebody): Promise<string> {
  await forget(person);
  await page.goto("/patient/people/add");
  await fillPerson(page, t, person);
  await page.getByRole("button", { name: t("patient.add.submit") }).click();
  await expect(page).toHaveURL(/\/patient\/people\/[0-9a-f-]{36}\/card/);
  return /people\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

/** The separate consents of every account that acts for a person, put straight into the database. */
export const consentFor = (patientId: string) =>
  ask(
    `INSERT INTO "Consent" ("id", "consentTextId", "accountId", "patientId", "sha256", "isByGuardian", "agreedAt")
     SELECT uuidv7(), t."id", l."accountId", l."patientId", t."sha256", p."birthDate" > current_date - interval '14 years', now()
     FROM "PatientLink" l JOIN "Patient" p ON p."id" = l."patientId"
     JOIN "ConsentText" t ON t."kind" <> 'informed_consent' AND t."effectiveFrom" <= now() AND (t."supersededAt" IS NULL OR t."supersededAt" > now())
     WHERE l."patientId" = $1 AND l."endedAt" IS NULL`,
    [patientId],
  );

/** Types somebody in on the form of Add Patient. */
export async function fillPerson(page: Page, t: Words, person: Somebody): Promise<void> {
  await page.getByLabel(t("patient.add.name"), { exact: true }).fill(person.name);
  const isMinor = Date.parse(person.birthDate) > Date.now() - 18 * 365.25 * 86_400_000;
  await page.getByLabel(t("patient.add.relation")).selectOption(person.relation ?? (isMinor ? "child" : "self"));
  if (isMinor) await page.getByRole("checkbox", { name: t("people.guardian") }).check();
  await page.getByRole("radio", { name: t(`terms.idDocument.${person.idType}`) }).check();
  await page.getByLabel(t("patient.add.number"), { exact: true }).fill(person.idNumber);
  if (person.idType === "resident_id") return;
  await page.getByRole("radio", { name: t(`terms.sex.${person.sex}`) }).check();
  await page.getByLabel(t("patient.add.birthDay")).fill(person.birthDate);
}

/** On the card of a person, where Add Patient ends: links the card and the hospital's record, where nobody of the family has. */
export async function linkCard(page: Page, t: Words, person: Pick<Somebody, "cardNumber">): Promise<void> {
  const linked = page.getByText(t("patient.card.linked"), { exact: true });
  const submit = page.getByRole("button", { name: t("patient.card.submit"), exact: true });
  await expect(linked.or(submit)).toBeVisible();
  if (await linked.isVisible()) return;
  await page.getByLabel(t("patient.card.cardNumber")).fill(person.cardNumber);
  await submit.click();
  await expect(linked).toBeVisible();
}

/** From the list of doctors to the application of one person, which may be refused at once. */
export async function apply(page: Page, t: Words, booking: Pick<Booking, "doctor" | "service" | "channel" | "person">) {
  await openDoctor(page, t, booking.doctor);
  const service = `${t(`terms.service.${booking.service}`)} · ${t(`terms.channel.${booking.channel ?? "text"}`)}`;
  await page.getByRole("link", { name: t("patient.doctors.bookService", { service }) }).click();
  await page.getByRole("link", { name: booking.person, exact: true }).click();
  await expect(page).toHaveURL(/\?patient=/);
}

/** Finds a doctor by name and opens the page about him or her. */
export async function openDoctor(page: Page, t: Words, staffNo: string): Promise<void> {
  const doctor = doctors.find((one) => one.staffNo === staffNo);
  if (!doctor) throw new Error(`the seed has no doctor ${staffNo}`);
  const name = new RegExp(`^(${doctor.nameZh}|${doctor.nameEn})$`);
  await page.goto("/patient/doctors");
  await page.getByRole("searchbox", { name: t("patient.doctors.search") }).fill(doctor.nameZh);
  await page.getByRole("button", { name: t("patient.doctors.submit"), exact: true }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const next = (page: Page, t: Words) => page.getByRole("button", { name: t("booking.next"), exact: true });

/** The application's first step, the informed consent: read and agreed to. */
export async function agree(page: Page, t: Words): Promise<void> {
  await expect(page.getByRole("checkbox", { name: t("booking.consent.agree") })).toBeVisible();
  await page.getByText(t("consent.read.end"), { exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole("checkbox", { name: t("booking.consent.agree") }).check();
  await next(page, t).click();
  await expect(page.getByRole("heading", { name: t("booking.safety.title") })).toBeVisible();
}

/** The second step: no to every question of safety. */
export async function answerNo(page: Page, t: Words): Promise<void> {
  for (const no of await page.getByRole("radio", { name: t("booking.safety.no"), exact: true }).all()) await no.check();
  await next(page, t).click();
  await expect(page.getByRole("heading", { name: t("booking.symptoms.title") })).toBeVisible();
}

/** The third step: the symptoms and, once they have arrived, the pictures. */
export async function tellSymptoms(page: Page, t: Words, symptoms: string, pictures: readonly string[] = []) {
  await page.getByRole("textbox", { name: t("booking.symptoms.label") }).fill(symptoms);
  await tellIntake(page, t);
  if (pictures.length > 0) {
    await page.getByLabel(t("booking.pictures.add")).setInputFiles([...pictures]);
    const shown = page.getByRole("img", { name: t("booking.pictures.picture", { n: "" }).trim() });
    await expect(shown).toHaveCount(pictures.length);
    await expect(page.getByRole("progressbar", { name: t("booking.pictures.uploading") })).toHaveCount(0);
  }
  await next(page, t).click();
  await expect(page.getByRole("heading", { name: t("booking.confirm.title") })).toBeVisible();
}

/** The questions beside the free text, answered as a healthy adult would, or a small child's parent. */
export async function tellIntake(page: Page, t: Words) {
  const choose = async (question: string, answer: string) => {
    const group = page.getByRole("group", { name: t(`booking.intake.${question}`), exact: true });
    if (await group.isVisible()) await group.getByRole("radio", { name: t(answer), exact: true }).check();
  };
  await page.getByLabel(t("booking.intake.sinceCount"), { exact: true }).fill("3");
  await choose("course", "terms.intake.course.same");
  await choose("allergies", "terms.intake.allergies.none");
  await choose("pregnancy", "terms.intake.pregnancy.no");
  await choose("organs", "terms.intake.organs.none");
  const weight = page.getByLabel(t("booking.intake.weight"), { exact: true });
  if (!(await weight.isVisible())) return;
  await weight.fill("20");
  await page.getByLabel(t("booking.intake.height"), { exact: true }).fill("115");
}

/** Books from the list of doctors to the end; ends where the fee waits to be paid. Returns the consultation's id. */
export async function book(page: Page, t: Words, booking: Booking): Promise<string> {
  await apply(page, t, booking);
  await agree(page, t);
  await answerNo(page, t);
  await tellSymptoms(page, t, booking.symptoms, booking.pictures);
  await page.getByRole("button", { name: t("booking.confirm.submit") }).click();
  await expect(page.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() })).toBeVisible();
  return /[0-9a-f-]{36}$/.exec(new URL(page.url()).pathname)?.[0] ?? "";
}

/** From a consultation that waits for its fee to the gateway's own page. */
export async function goToGateway(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() }).click();
  await expect(page).toHaveURL(/\/c\/pay\//);
}

export type Outcome = "succeed" | "decline" | "abandon";

/**
 * On the gateway's page, which speaks the language of the account. Paid or abandoned, the browser comes back to the payment;
 * declined, it stays and says so.
 */
export async function payAtGateway(page: Page, outcome: Outcome): Promise<void> {
  const { zh, en } = gatewayWords;
  const names = {
    succeed: new RegExp(`^(${zh.pay}|${en.pay}) `),
    decline: new RegExp(`^(${zh.decline}|${en.decline})$`),
    abandon: new RegExp(`^(${zh.abandon}|${en.abandon})$`),
  };
  await page.getByRole("button", { name: names[outcome] }).click();
  if (outcome === "decline")
    await expect(
      page.getByRole("alert").filter({ hasText: new RegExp(`${zh.declined}|${en.declined}`) }),
    ).toBeVisible();
  else await expect(page).toHaveURL(/\/patient\/payments\/[0-9a-f-]{36}$/);
}
