import { codeNow } from "../../sandbox/authenticator/start-authenticator";
import { type EmptyHospital, openEmptyHospital } from "../support/empty-hospital";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, agree, answerNo, stranger, tellSymptoms } from "../support/patient";
import { newPhone, smsCode } from "../support/sms";
import { signInByForm, takeOver } from "../support/staff";
import { turnAbout, words } from "../support/words";

const PASSWORD = "the very first morning here";
const PEOPLE =
  "role,staffNo,nameZh,nameEn,certificateNo,licenceExpiresOn,department,title,practisingSince,scopeZh,scopeEn,consultationFee,followUpFee,placesPerDay";

let hospital: EmptyHospital;
test.beforeAll(async () => {
  hospital = await openEmptyHospital();
});
test.afterAll(() => hospital.stop());

/** The code after the one that the account was taken over with: each serves once. */
const nextCode = (secret: string) => codeNow(secret, new Date(Date.now() + 30_000));

for (const language of turnAbout(1)) {
  const t = words(language);

  test(`an administrator's first day: from a hospital with nobody in it to the first booking (${language})`, async ({
    open,
  }) => {
    test.setTimeout(180_000);
    // Whoever runs the machine makes the first administrator; everybody else is invited by one.
    const link = await hospital.firstAdmin("A001", "首位管理员", "First Admin");
    const admin = await open(null, { locale: language });
    const secret = await takeOver(admin, t, link, PASSWORD);
    await signInByForm(admin, t, { login: "A001", password: PASSWORD, code: await nextCode(secret) });
    await expect(admin).toHaveURL(/\/admin$/);
    await expectAccessible(admin);
    await admin.goto("/admin/reports");
    await expectAccessible(admin);
    await admin.goto("/admin/reports/revenue");
    await expect(admin.getByText(t("reports.none"))).toBeVisible();

    await admin.goto("/admin/departments/new");
    const field = (name: string) => admin.getByLabel(t(`departments.field.${name}`), { exact: true });
    await field("code").fill("general");
    await field("nameZh").fill("全科门诊");
    await field("nameEn").fill("General Clinic");
    await field("introZh").fill("常见病与慢性病的线上咨询。");
    await field("introEn").fill("Common and chronic disease online.");
    await field("position").fill("1");
    await field("recordWindowDays").fill("180");
    await admin.getByLabel(t("departments.reason")).fill("开院 opening");
    await admin.getByRole("button", { name: t("departments.save"), exact: true }).click();
    await expect(admin).toHaveURL(/\/admin\/departments\/[0-9a-f-]{36}$/);

    await admin.goto("/admin/people/import");
    await admin.getByText(t("staff.import.people.open"), { exact: true }).click();
    const doctor = `doctor,D001,首诊医生,First Doctor,CERT-0001,2031-12-31,general,attending_physician,2010-07-01,全科,General practice,30,20,20`;
    await admin
      .getByLabel(t("staff.import.file.label"))
      .first()
      .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`${PEOPLE}\n${doctor}\n`) });
    await admin
      .getByRole("button", { name: t("staff.import.file.check"), exact: true })
      .first()
      .click();
    await admin
      .getByRole("button", { name: t("staff.import.file.take"), exact: true })
      .first()
      .click();
    const links = admin.getByRole("button", { name: t("staff.import.file.links"), exact: true });
    const [saved] = await Promise.all([admin.waitForEvent("download"), links.click()]);
    const table = Buffer.concat(await (await saved.createReadStream()).toArray()).toString("utf8");
    const doctorLink = /https?:\S+/.exec(table)?.[0] ?? "";

    const desk = await open(null, { locale: language });
    const doctorSecret = await takeOver(desk, t, doctorLink, PASSWORD);
    await signInByForm(desk, t, { login: "D001", password: PASSWORD, code: await nextCode(doctorSecret) });
    await expect(desk).toHaveURL(/\/doctor$/);
    await expectAccessible(desk);

    const patient = await open(null, { locale: language, on: "phone" });
    const phone = newPhone();
    await patient.goto("/sign-in");
    await patient.getByLabel(t("common.signIn.phone"), { exact: true }).fill(phone);
    await patient.getByRole("button", { name: t("common.signIn.send"), exact: true }).click();
    await expect(patient.getByText(t("common.signIn.sent"))).toBeVisible();
    await patient.getByLabel(t("common.signIn.smsCode"), { exact: true }).fill(await smsCode(phone));
    await patient.getByRole("button", { name: t("common.signIn.enter"), exact: true }).click();
    await expect(patient).toHaveURL(/\/patient$/);
    await addPerson(patient, t, stranger("首位患者"));

    await patient.goto("/patient/doctors");
    await expectAccessible(patient);
    await patient.getByRole("link", { name: language === "en" ? /General Clinic/ : /全科门诊/ }).click();
    await patient.getByRole("link", { name: language === "en" ? "First Doctor" : "首诊医生", exact: true }).click();
    const service = `${t("terms.service.consultation")} · ${t("terms.channel.text")}`;
    await patient.getByRole("link", { name: t("patient.doctors.bookService", { service }) }).click();
    await patient.getByRole("link", { name: "首位患者", exact: true }).click();
    await agree(patient, t);
    await answerNo(patient, t);
    await tellSymptoms(patient, t, "近来头晕乏力，想咨询饮食和作息。 Dizzy and tired, asking about diet.");
    await patient.getByRole("button", { name: t("booking.confirm.submit") }).click();
    await expect(patient.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() })).toBeVisible();
  });
}
