import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { peopleIn } from "../../sandbox/fhir/dossiers";
import { ownPeople } from "../../sandbox/fhir/people";
import { ask } from "../support/database";
import { accept, finish, prescribe, say, type Wanted } from "../support/doctor";
import { expect, expectAccessible, type OpenOptions, test } from "../support/fixtures";
import { orderRow, payBills, placeOrder } from "../support/order";
import { addPerson, book, goToGateway, linkCard, newPatient, payAtGateway, type Somebody } from "../support/patient";
import { approve, checkAndSeal, claim, handOver, openOrder, pick, shelve, ship } from "../support/pharmacist";
import { setting } from "../support/settings";
import { signFor } from "../support/sign";
import { type Language, type Words, words } from "../support/words";

interface Story {
  readonly language: Language;
  readonly who: Somebody;
  readonly doctor: string;
  readonly symptoms: string;
  readonly wanted: Wanted;
}

interface People {
  readonly patient: Page;
  readonly doctor: Page;
  readonly picker: Page;
  readonly checker: Page;
}

type Open = (login: string | null, options?: OpenOptions) => Promise<Page>;

/** Four browsers at once: the patient's phone, the doctor's desk and two pharmacists'. */
async function everybody(open: Open, { language, doctor }: Story): Promise<People> {
  return {
    patient: await open(await newPatient(language), { on: "phone", locale: language }),
    doctor: await open(doctor, { locale: language }),
    picker: await open("P002", { locale: language }),
    checker: await open("P003", { locale: language }),
  };
}

/** From linking the card to a prescription that a pharmacist approved; every screen on the way is looked at by axe. Returns its id. */
async function toApproval({ patient, doctor, checker }: People, t: Words, story: Story): Promise<string> {
  await addPerson(patient, t, story.who);
  await expectAccessible(patient);
  await linkCard(patient, t, story.who);
  await expectAccessible(patient);
  const id = await book(patient, t, { ...story, service: "follow_up", person: story.who.name });
  await expectAccessible(patient);
  await goToGateway(patient, t);
  await payAtGateway(patient, "succeed");
  await patient.goto(`/patient/consultations/${id}`);

  await doctor.goto("/doctor");
  await expectAccessible(doctor);
  await accept(doctor, t, story.who.name);
  await say(doctor, t, "您好，我已看过您的病历。 Hello, I have read your record.");
  await expect(patient.getByRole("log").getByText("I have read your record")).toBeVisible();
  await say(patient, t, "谢谢医生。 Thank you, doctor.");
  await expect(doctor.getByRole("log").getByText("Thank you, doctor")).toBeVisible();
  await expectAccessible(patient);
  for (const tab of ["visits", "results", "reports", "earlier"]) {
    const link = doctor.getByRole("link", { name: t(`doctor.record.tab.${tab}`), exact: true });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    if (tab !== "reports") continue;
    await doctor
      .getByRole("button", { name: t("doctor.record.share"), exact: true })
      .first()
      .click();
    await expect(patient.getByRole("log").getByText(t("room.fromRecord"), { exact: true })).toBeVisible();
  }
  await expectAccessible(doctor);
  await prescribe(doctor, t, story.wanted);
  await expect(patient.getByText(t("room.prescription.title")).first()).toBeVisible();

  const [prescription] = await ask<{ id: string; number: string }>(
    'SELECT "id", "number" FROM "Prescription" WHERE "consultationId" = $1',
    [id],
  );
  if (!prescription) throw new Error("nothing was prescribed");
  await checker.goto("/pharmacist");
  await expectAccessible(checker);
  await claim(checker, t, prescription.number);
  await expectAccessible(checker);
  await approve(checker, t);
  await expect(patient.getByText(t("room.page.prescription.approved")).first()).toBeVisible();
  return prescription.id;
}

/** Picked by one pharmacist, checked and sealed by the other. */
async function prepare({ picker, checker }: People, t: Words, orderId: string): Promise<void> {
  const { number, batches } = await orderRow(orderId);
  await picker.goto("/pharmacist/dispensing");
  await expectAccessible(picker);
  await openOrder(picker, number);
  await pick(picker, t);
  await openOrder(checker, number);
  await expectAccessible(checker);
  await checkAndSeal(checker, t, batches);
}

async function byExpress(open: Open, story: Story): Promise<void> {
  const t = words(story.language);
  const people = await everybody(open, story);
  const { patient, doctor, checker } = people;
  const prescriptionId = await toApproval(people, t, story);
  await finish(doctor, t, "按时服药，六周后复查。 Take it as prescribed; come back in six weeks.");
  await expect(patient.getByText(t("room.page.closed.finished")).first()).toBeVisible();
  const orderId = await placeOrder(patient, t, prescriptionId, {
    area: [story.language === "en" ? "Chongqing" : "重庆市", "重庆市", "渝北区"],
    carrier: story.language === "en" ? /SF Express/ : /顺丰/,
    recipient: story.who.name,
    phone: "13812345678",
    detail: "渝中区示例路 1 号 2 单元 301",
  });
  await expectAccessible(patient);
  // R23: medicine and delivery are two payments.
  expect(await payBills(patient, t, orderId)).toBe(2);
  await prepare(people, t, orderId);
  const tracking = `SF${String(Date.now()).slice(-12)}`;
  await ship(checker, t, "NOT-A-NUMBER");
  await expect(checker.getByText(t("errors.tracking_unknown")).first()).toBeVisible();
  await ship(checker, t, tracking);
  await expect(checker.getByText(tracking)).toBeVisible();
  await expect(patient.getByText(t("orders.order.road.title"), { exact: true }).last()).toBeVisible();
  const parcel = `${setting("CARRIER_URL")}/parcels/shunfeng/${tracking}`;
  for (const state of ["1", "0", "5", "3"])
    expect((await patient.request.post(`${parcel}/advance`, { data: { state } })).ok()).toBe(true);
  await signFor(patient, t);
  await expectAccessible(patient);
  await askForService(people, t, orderId);
}

/** R27: the patient asks for help on the order; the pharmacist answers, and the answer arrives without a reload. */
async function askForService({ patient, checker }: People, t: Words, orderId: string): Promise<void> {
  await patient.goto(`/patient/orders/${orderId}`);
  await patient.getByText(t("orders.request.new")).click();
  await patient.getByLabel(t("orders.request.body")).fill("少了一张用药说明，请补发。");
  await patient.getByRole("button", { name: t("orders.request.submit"), exact: true }).click();
  await expect(patient.getByText("少了一张用药说明，请补发。")).toBeVisible();
  const { number } = await orderRow(orderId);
  await checker.goto("/pharmacist/requests");
  await expectAccessible(checker);
  await checker.getByRole("listitem").filter({ hasText: number }).getByRole("link").click();
  await checker.getByRole("textbox", { name: t("pharmacist.requests.answer") }).fill("已补寄，给您添麻烦了。");
  await checker.getByRole("button", { name: t("pharmacist.requests.send"), exact: true }).click();
  await expect(patient.getByText("已补寄，给您添麻烦了。")).toBeVisible();
}

const [xiaowen, , , , , , maria] = ownPeople;

test("a patient with hypothyroidism: from the card to the signed parcel, in Chinese", async ({ open }) => {
  test.setTimeout(240_000);
  if (!xiaowen) throw new Error("nobody is on file");
  await byExpress(open, {
    language: "zh-CN",
    who: xiaowen,
    doctor: "D013",
    symptoms: "甲减服药三个月，最近有点乏力，想复查后续药。",
    wanted: {
      diagnosis: ["E03", /E03/],
      medicine: ["zjzxs", /左甲状腺素/],
      days: 28,
      advice: "空腹服用，六周后复查甲功。",
      supplyReason: "慢性病病情稳定，长期用药。",
    },
  });
});

test("a passport holder: from the card to the pick-up window, in English", async ({ open }) => {
  test.setTimeout(240_000);
  if (!maria) throw new Error("nobody is on file");
  const t = words("en");
  const story: Story = {
    language: "en",
    who: maria,
    doctor: "D005",
    symptoms: "Follow-up of gestational diabetes, glucose has been steady this week.",
    wanted: { diagnosis: ["O24", /O24/], medicine: ["folic", /folic/i], days: 7, advice: "Once a day, with a meal." },
  };
  const people = await everybody(open, story);
  const { patient, checker } = people;
  const prescriptionId = await toApproval(people, t, story);
  const orderId = await placeOrder(patient, t, prescriptionId, "pickup");
  expect(await payBills(patient, t, orderId)).toBe(1);
  await prepare(people, t, orderId);
  await shelve(checker, t, "A-12");
  await expect(patient.getByText(t("orders.order.collect.title"), { exact: true }).last()).toBeVisible();
  await expectAccessible(patient);
  const shown = await patient
    .getByText(/^\d{6}$|^\d{3} \d{3}$/)
    .first()
    .textContent();
  const code = shown?.replaceAll(/\D/g, "") ?? "";
  await handOver(checker, t, code);
  await expect(patient.getByText(t("orders.order.collected.title"), { exact: true }).first()).toBeVisible();
});

test("a patient of a foreign record system: the same journey", async ({ open }) => {
  test.setTimeout(240_000);
  const folder = (process.env.FHIR_BUNDLES ?? "").split(path.delimiter)[0] ?? "";
  test.skip(!folder || !existsSync(folder), "FHIR_BUNDLES names no folder of foreign records");
  const liz = (await peopleIn(folder)).find(({ name }) => name.startsWith("Liz"));
  if (!liz) throw new Error(`no Liz in ${readdirSync(folder).length} files`);
  await byExpress(open, {
    language: "en",
    who: liz,
    doctor: "D016",
    symptoms: "Blood pressure has been a little high in the mornings this week.",
    wanted: {
      diagnosis: ["I10", /I10/],
      medicine: ["amlodipine", /amlodipine/i],
      days: 7,
      advice: "Once a day in the morning; keep a diary of your blood pressure.",
    },
  });
});
