import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { sign } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { newPatient } from "../support/patient";
import { approve, claim } from "../support/pharmacist";
import { arrangeFollowUp } from "../support/talk";
import { type Words, words } from "../support/words";

const HYPERTENSION = /I10/;

/** Opens the pad of a follow-up and writes one medicine for it. */
async function write(page: Page, t: Words, id: string, medicine: readonly [string, RegExp], more = {}): Promise<void> {
  const wanted = { days: "7", dose: "", ...more };
  await page.goto(`/doctor/consultations/${id}/prescribe`);
  await add(page, t, medicine);
  if (wanted.dose) await page.getByRole("textbox", { name: /^剂量|^Dose \(/ }).fill(wanted.dose);
  await page.getByRole("textbox", { name: t("doctor.pad.days") }).fill(wanted.days);
  await page.getByRole("combobox", { name: t("doctor.pad.diagnosis") }).fill("I10");
  await page.getByRole("option", { name: HYPERTENSION }).first().click();
  await page.getByRole("textbox", { name: t("doctor.pad.advice") }).fill("按时服药，两周后复查。");
}

async function add(page: Page, t: Words, [search, option]: readonly [string, RegExp]): Promise<void> {
  await page.getByRole("combobox", { name: t("doctor.pad.medicine") }).fill(search);
  await page.getByRole("option", { name: option }).first().click();
}

const signed = async (page: Page, t: Words) => {
  await sign(page, t);
  await expect(page).toHaveURL(/\/doctor\/consultations\/[0-9a-f-]+$/);
};

async function prescriptionOf(consultationId: string): Promise<{ id: string; number: string }> {
  const [row] = await ask<{ id: string; number: string }>(
    'SELECT "id", "number" FROM "Prescription" WHERE "consultationId" = $1 ORDER BY "createdAt" DESC',
    [consultationId],
  );
  if (!row) throw new Error("nothing was prescribed");
  return row;
}

/** Where the code of the form leads, for one version. */
async function verifyAddress(id: string, version: number): Promise<string> {
  const [row] = await ask<{ sha: string; number: string }>(
    `SELECT v."contentSha256" AS sha, p."number" FROM "PrescriptionVersion" v JOIN "Prescription" p ON p."id" = v."prescriptionId"
     WHERE p."id" = $1 AND v."number" = $2`,
    [id, version],
  );
  return `/zh/verify/${row?.number}-${version}-${row?.sha.slice(0, 16)}`;
}

async function giveBack(page: Page, t: Words, number: string): Promise<void> {
  await claim(page, t, number);
  await page.getByText(t("pharmacist.review.return"), { exact: true }).click();
  const form = page.getByRole("form", { name: t("pharmacist.review.return") });
  await form.getByRole("combobox", { name: t("pharmacist.review.reason") }).selectOption("dose");
  await form.getByRole("textbox", { name: t("pharmacist.review.returnNote") }).fill("请核对剂量和疗程。");
  await form.getByRole("button", { name: t("pharmacist.review.returnSubmit") }).click();
  await expect(page.getByText(t("terms.prescriptionStatus.returned"), { exact: true }).first()).toBeVisible();
}

test("returned and corrected: the second version is approved, the first is superseded for everybody (R19)", async ({
  open,
}) => {
  const t = words("zh-CN");
  const accountId = await newPatient();
  const { id } = await arrangeFollowUp({ accountId, doctor: "D017", name: "更正样例", birthDay: "1988-02-03" });
  const [doctor, pharmacist] = [await open("D017"), await open("P002")];
  await write(doctor, t, id, ["缬沙坦", /缬沙坦片/]);
  await expectAccessible(doctor);
  await signed(doctor, t);
  const made = await prescriptionOf(id);
  await giveBack(pharmacist, t, made.number);

  await doctor.goto(`/doctor/prescriptions/${made.id}/revise`);
  await doctor.getByRole("combobox", { name: t("doctor.pad.timing") }).selectOption("morning");
  await signed(doctor, t);
  await claim(pharmacist, t, made.number);
  await expect(
    pharmacist.getByRole("heading", { name: t("pharmacist.review.changes", { version: 1, next: 2 }) }),
  ).toBeVisible();
  await expect(pharmacist.getByText(/早晨/).first()).toBeVisible();
  await expectAccessible(pharmacist);
  await approve(pharmacist, t);

  const stranger = await open(null, { on: "phone" });
  await stranger.goto(await verifyAddress(made.id, 2));
  await expect(stranger.getByText(t("public.verify.standing.valid.title"), { exact: true })).toBeVisible();
  await expect(stranger.getByText(t("public.verify.isValid"))).toHaveCount(2);
  await expect(stranger.getByText(/缬沙坦|更正样例|I10/)).toHaveCount(0);
  await expectAccessible(stranger);
  await stranger.goto(await verifyAddress(made.id, 1));
  await expect(stranger.getByText(t("public.verify.standing.superseded.title"), { exact: true })).toBeVisible();
  await stranger.goto(`/zh/verify/${made.number}-2-0000000000000000`);
  await expect(stranger.getByText(t("public.verify.unknown"), { exact: true })).toBeVisible();

  const patient = await open(accountId, { on: "phone" });
  await patient.goto(`/patient/prescriptions/${made.id}`);
  await expect(patient.getByText(t("medicines.purpose")).first()).toBeVisible();
  await expectAccessible(patient);
  const download = patient.waitForEvent("download");
  await patient.getByRole("link", { name: t("orders.prescription.form") }).click();
  expect((await download).suggestedFilename()).toBe(`${made.number}-v2.pdf`);
});

test("returned and stood by: the doctor signs a second time, and the pharmacist may still refuse it (R18, R19)", async ({
  open,
}) => {
  const t = words("en");
  const accountId = await newPatient("en");
  const { id } = await arrangeFollowUp({ accountId, doctor: "D018", name: "Double Sample", birthDay: "1979-06-07" });
  const [doctor, pharmacist] = [await open("D018", { locale: "en" }), await open("P003", { locale: "en" })];
  // Above the label: a reason of its own for each warning, and a second signature.
  await write(doctor, t, id, ["valsartan", /Valsartan Tablets/], { dose: "5" });
  const reasons = doctor.getByRole("textbox", { name: /^Reason:/ });
  await expect(reasons).toHaveCount(2);
  await sign(doctor, t);
  await expect(doctor.getByText(t("errors.override_reason_missing")).first()).toBeVisible();
  for (const reason of await reasons.all()) await reason.fill("Resistant hypertension, watched daily");
  await doctor.getByRole("checkbox", { name: t("doctor.pad.secondSignature") }).check();
  await expectAccessible(doctor);
  await signed(doctor, t);
  const made = await prescriptionOf(id);
  await giveBack(pharmacist, t, made.number);

  await doctor.goto(`/doctor/prescriptions/${made.id}`);
  await doctor.getByRole("button", { name: t("doctor.prescription.doubleSign.open"), exact: true }).click();
  const dialog = doctor.getByRole("dialog");
  await dialog
    .getByRole("textbox", { name: t("doctor.prescription.reason") })
    .fill("I stand by it, levels are watched");
  await dialog.getByLabel(t("doctor.prescription.pin")).fill("000000");
  await dialog.getByRole("button", { name: t("doctor.prescription.doubleSign.submit"), exact: true }).click();
  await expect(dialog.getByText(t("errors.pin_wrong")).first()).toBeVisible();
  await dialog.getByLabel(t("doctor.prescription.pin")).fill("246813");
  await dialog.getByRole("button", { name: t("doctor.prescription.doubleSign.submit"), exact: true }).click();
  await expect(doctor.getByText(t("terms.prescriptionStatus.in_review"), { exact: true }).first()).toBeVisible();
  const purposes = await ask<{ purpose: string }>(
    `SELECT s."purpose" FROM "Signature" s JOIN "PrescriptionVersion" v ON v."id" = s."versionId"
     WHERE v."prescriptionId" = $1 AND v."number" = 2 ORDER BY 1`,
    [made.id],
  );
  expect(purposes.map(({ purpose }) => purpose)).toEqual(["confirm_dose", "double_sign", "prescribe"]);

  await claim(pharmacist, t, made.number);
  await pharmacist.getByText(t("pharmacist.review.refuse"), { exact: true }).click();
  await pharmacist.getByRole("textbox", { name: t("pharmacist.review.refuseNote") }).fill("Too much for this kidney.");
  await pharmacist.getByRole("button", { name: t("pharmacist.review.refuseSubmit"), exact: true }).click();
  await expect(pharmacist.getByText(t("terms.prescriptionStatus.refused"), { exact: true }).first()).toBeVisible();
});

test("renewed in two clicks: the last prescription fills the pad, and is signed anew", async ({ open }) => {
  const t = words("zh-CN");
  const accountId = await newPatient();
  const { id, patientId } = await arrangeFollowUp({
    ...{ accountId, doctor: "D020", name: "续方样例", birthDay: "1970-01-01" },
  });
  const doctor = await open("D020");
  await write(doctor, t, id, ["氨氯地平", /苯磺酸氨氯地平片/], { days: "28" });
  await doctor.getByRole("textbox", { name: t("doctor.pad.supplyReason") }).fill("高血压病情稳定，长期用药");
  await doctor.getByRole("textbox", { name: t("doctor.pad.templateName") }).fill("高血压随访");
  await doctor.getByRole("button", { name: t("doctor.pad.templateKeep") }).click();
  await expect(doctor.getByText(t("doctor.pad.templateKept", { name: "高血压随访" }))).toBeVisible();
  await signed(doctor, t);
  const first = await prescriptionOf(id);
  await ask(
    `UPDATE "Prescription" SET "status" = 'dispensed', "approvedAt" = now(), "closedAt" = now() WHERE "id" = $1`,
    [first.id],
  );
  await ask(`UPDATE "Consultation" SET "patientId" = $2::uuid WHERE "id" = $1::uuid`, [id, patientId]);

  await doctor.goto(`/doctor/consultations/${id}/prescribe`);
  await doctor.getByRole("button", { name: t("doctor.pad.renew", { number: first.number }) }).click();
  await expect(doctor.getByRole("textbox", { name: t("doctor.pad.days") })).toHaveValue("28");
  // What still runs is said, so that nobody has it twice.
  await expect(doctor.getByText(/患者正在使用/).first()).toBeVisible();
  await signed(doctor, t);
  expect((await prescriptionOf(id)).number).not.toBe(first.number);
  await doctor.goto(`/doctor/consultations/${id}/prescribe`);
  await expect(doctor.getByRole("combobox", { name: t("doctor.pad.template") })).toContainText("高血压随访");
});

test("a child under six: the guardian is present, and the dose goes by weight (R9, R14)", async ({ open }) => {
  const t = words("en");
  const accountId = await newPatient("en");
  const birthDay = `${new Date().getUTCFullYear() - 3}-01-15`;
  const { id } = await arrangeFollowUp({ accountId, doctor: "D021", name: "Child Sample", birthDay });
  const doctor = await open("D021", { locale: "en" });
  await write(doctor, t, id, ["ibuprofen", /Ibuprofen Oral Suspension/], { dose: "12", days: "3" });
  await expect(doctor.getByText(t("doctor.pad.doseByWeight"))).toBeVisible();
  await expect(doctor.getByText(t("doctor.pad.stopped"))).toBeVisible();
  await doctor.getByRole("textbox", { name: t("doctor.pad.weight") }).fill("14");
  // 14 kg: at most 7 ml at once; 12 ml is above the label.
  const checks = doctor.getByRole("list", { name: t("doctor.pad.checks") });
  await expect(checks.getByText(/12 ml at once, above the label's 7 ml/)).toBeVisible();
  await doctor.getByRole("button", { name: t("doctor.pad.doseUse", { dose: "5 ml" }) }).click();
  await expect(checks.getByText(/above the label/)).toHaveCount(0);
  await expectAccessible(doctor);
  await sign(doctor, t);
  await expect(doctor.getByText(t("errors.guardian_missing")).first()).toBeVisible();
  await doctor.getByRole("checkbox", { name: t("doctor.pad.guardian") }).check();
  await signed(doctor, t);
});

test("what pregnancy forbids is stopped, whatever is answered, and another medicine passes (R19)", async ({ open }) => {
  const t = words("zh-CN");
  const accountId = await newPatient();
  const record = [{ kind: "condition" as const, display: "妊娠 20 周", code: "Z34.9" }];
  const { id } = await arrangeFollowUp({ accountId, doctor: "D023", name: "孕期样例", birthDay: "1994-03-04", record });
  const doctor = await open("D023");
  await write(doctor, t, id, ["依那普利", /马来酸依那普利片/]);
  await expect(doctor.getByText(t("doctor.pad.stopped"))).toBeVisible();
  await sign(doctor, t);
  await expect(doctor.getByText(t("errors.contraindicated")).first()).toBeVisible();
  expect(await ask('SELECT 1 FROM "Prescription" WHERE "consultationId" = $1', [id])).toEqual([]);
  await doctor.getByRole("button", { name: t("doctor.pad.remove", { name: "马来酸依那普利片" }) }).click();
  await add(doctor, t, ["拉贝洛尔", /盐酸拉贝洛尔片/]);
  await expect(doctor.getByText(t("doctor.pad.stopped"))).toHaveCount(0);
  await signed(doctor, t);
});
