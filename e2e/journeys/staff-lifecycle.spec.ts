import { demoSignIns } from "../../prisma/seed/sign-ins";
import { codeNow } from "../../sandbox/authenticator/start-authenticator";
import { ask } from "../support/database";
import { accept } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import {
  addPerson,
  agree,
  answerNo,
  goToGateway,
  newPatient,
  payAtGateway,
  stranger,
  tellSymptoms,
} from "../support/patient";
import { forgetStepUp, inviteDoctor, type Newcomer, signInByForm, stepUp } from "../support/staff";
import { languages, type Words, words } from "../support/words";

const SYMPTOMS = "近来头晕乏力，想咨询饮食和作息。 Dizzy and tired, asking about diet.";
const adminSecret = demoSignIns.find(({ account }) => account === "A001")?.totpSecret ?? "";

/** A code of a time step after the one that was used last: each serves once. */
async function freshCode(secret: string, accountId: string): Promise<string> {
  const [row] = await ask<{ step: number }>(`SELECT "totpLastStep" AS step FROM "Account" WHERE "id" = $1`, [
    accountId,
  ]);
  const next = new Date(Math.max(Date.now(), ((row?.step ?? 0) + 1) * 30_000));
  return codeNow(secret, next);
}

const idOf = async (staffNo: string) =>
  (await ask<{ id: string }>(`SELECT "accountId" AS id FROM "Staff" WHERE "staffNo" = $1`, [staffNo]))[0]?.id ?? "";

for (const language of languages) {
  const t: Words = words(language);
  const newcomer: Newcomer = {
    staffNo: language === "en" ? "D901" : "D902",
    nameZh: language === "en" ? "洛安宁" : "骆知秋",
    nameEn: language === "en" ? "Luo Anning" : "Luo Zhiqiu",
    password: "a quiet morning on the ward",
  };

  test(`a doctor's first and last day (${language})`, async ({ open }) => {
    test.setTimeout(180_000);
    const admin = await open("A001", { locale: language });
    const doctor = await open(null, { locale: language });

    // Invited: the administrator is asked for the second factor again, and loses nothing of the form.
    await forgetStepUp(await idOf("A001"));
    const inviting = inviteDoctor(admin, t, newcomer);
    await stepUp(admin, t, await freshCode(adminSecret, await idOf("A001")));
    const link = await inviting;
    await expectAccessible(admin);
    const id = await idOf(newcomer.staffNo);

    // The first day: password, authenticator, recovery codes; the link serves once.
    await doctor.goto(link);
    await expectAccessible(doctor);
    const secret = ((await doctor.locator("code").textContent()) ?? "").replaceAll(" ", "");
    await doctor.getByLabel(t("staff.join.password"), { exact: true }).fill(newcomer.password);
    await doctor.getByLabel(t("staff.join.repeated"), { exact: true }).fill(newcomer.password);
    await doctor.getByLabel(t("staff.join.code"), { exact: true }).fill("000000");
    await doctor.getByRole("button", { name: t("staff.join.submit") }).click();
    await expect(doctor.getByText(t("errors.code_wrong")).first()).toBeVisible();
    await doctor.getByLabel(t("staff.join.code"), { exact: true }).fill(await codeNow(secret, new Date()));
    await doctor.getByRole("button", { name: t("staff.join.submit") }).click();
    await expect(doctor.getByText(t("staff.join.doneTitle"))).toBeVisible();
    await expectAccessible(doctor);
    const recovery = await doctor
      .getByRole("list", { name: t("staff.join.codes") })
      .getByRole("listitem")
      .allInnerTexts();
    expect(recovery).toHaveLength(10);
    await doctor.goto(link);
    await expect(doctor.getByText(t("staff.join.ended"))).toBeVisible();
    const signIn = { login: newcomer.staffNo, password: newcomer.password };
    await signInByForm(doctor, t, { ...signIn, code: await freshCode(secret, id) });
    await expect(doctor).toHaveURL(/\/doctor$/);

    // A patient waits; R5: first the doctor confirms who she is.
    const patient = await open(await newPatient(language), { locale: language, on: "phone" });
    const name = language === "en" ? "Su Xiaohe" : "苏小河";
    await addPerson(patient, t, stranger(name));
    const [offering] = await ask<{ id: string }>(
      `SELECT "id" FROM "Offering" WHERE "doctorId" = $1 AND "service" = 'consultation'`,
      [id],
    );
    await patient.goto(`/patient/book/${offering?.id}`);
    await patient.getByRole("link", { name, exact: true }).click();
    await agree(patient, t);
    await answerNo(patient, t);
    await tellSymptoms(patient, t, SYMPTOMS);
    await patient.getByRole("button", { name: t("booking.confirm.submit") }).click();
    await goToGateway(patient, t);
    await payAtGateway(patient, "succeed");

    await doctor.goto("/doctor");
    await expect(doctor.getByText(t("doctor.standing.confirmTitle"))).toBeVisible();
    await expectAccessible(doctor);

    // R6: a licence that ends stops her at once, and counts again as soon as it is renewed.
    const renew = async (until: string) => {
      await admin.goto(`/admin/people/${id}`);
      await admin.getByLabel(t("staff.member.licenceUntil"), { exact: true }).fill(until);
      await admin.getByRole("button", { name: t("staff.member.renew") }).click();
      await expect(
        admin.getByText(t(`staff.member.standings.${until < "2026" ? "expired" : "good"}`), { exact: true }),
      ).toBeVisible();
    };
    await renew("2025-12-31");
    await expectAccessible(admin);
    await doctor.reload();
    await expect(doctor.getByText(/2025/)).toBeVisible();
    await doctor.getByRole("link", { name }).first().click();
    await doctor.getByRole("button", { name: t("doctor.desk.accept"), exact: true }).click();
    await expect(doctor.getByText(t("errors.licence_expired"))).toBeVisible();
    await renew("2031-12-31");
    await accept(doctor, t, name);

    // A lost phone: a recovery code opens once.
    const second = await open(null, { locale: language });
    await signInByForm(second, t, { ...signIn, code: (recovery[0] ?? "").toLowerCase() });
    await expect(second).toHaveURL(/\/doctor$/);
    const third = await open(null, { locale: language });
    await signInByForm(third, t, { ...signIn, code: recovery[0] ?? "" });
    await expect(third.getByRole("alert").filter({ hasText: t("common.signIn.wrong") })).toBeVisible();

    // The last day: the next click is out.
    await admin.goto(`/admin/people/${id}`);
    await admin.getByRole("button", { name: t("staff.member.disable") }).click();
    await expect(admin.getByRole("button", { name: t("staff.member.enable") })).toBeVisible();
    await doctor.goto("/doctor");
    await expect(doctor).toHaveURL(/\/sign-in$/);
    await second.reload();
    await expect(second).toHaveURL(/\/sign-in$/);
    await signInByForm(second, t, { ...signIn, code: recovery[1] ?? "" });
    await expect(second.getByRole("alert").filter({ hasText: t("common.signIn.wrong") })).toBeVisible();
  });
}
