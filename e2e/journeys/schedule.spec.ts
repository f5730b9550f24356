import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, agree, answerNo, apply, newPatient, openDoctor, stranger, tellIntake } from "../support/patient";
import { languages, words } from "../support/words";

/** A doctor of whom no other journey books anything, one for each language. */
const doctorOf = { "zh-CN": "D026", en: "D027" } as const;
const nextWeek = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

for (const language of languages) {
  const t = words(language);

  test(`a doctor keeps the week, a single day, leave and the intake, and patients see it at once (${language})`, async ({
    open,
  }) => {
    test.setTimeout(90_000);
    const staffNo = doctorOf[language];
    const [row] = await ask<{ id: string }>(`SELECT "id" FROM "Doctor" WHERE "staffNo" = $1`, [staffNo]);
    const desk = await open(staffNo, { locale: language });
    const patient = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(patient, t, stranger("苏小河"));
    await openDoctor(patient, t, staffNo);
    const page = patient.url();
    const bookable = patient.getByRole("link", {
      name: t("patient.doctors.bookService", {
        service: `${t("terms.service.follow_up")} · ${t("terms.channel.text")}`,
      }),
    });
    await expect(bookable.first()).toBeVisible();

    await desk.goto("/doctor/schedule");
    await expectAccessible(desk);
    await desk.locator("summary").first().click();
    const week = desk.locator("details").first();
    await week.getByRole("textbox", { name: `${t("schedule.from")} 1`, exact: true }).fill("9 点");
    await week.getByRole("button", { name: t("schedule.save"), exact: true }).click();
    await expect(week.getByText(t("errors.time_invalid"))).toBeVisible();
    await expectAccessible(desk);
    await week.getByRole("textbox", { name: `${t("schedule.from")} 1`, exact: true }).fill("00:00");
    for (const places of await week.getByRole("textbox", { name: new RegExp(`^${t("schedule.places")} `) }).all())
      await places.fill("0");
    await week.getByRole("button", { name: t("schedule.save"), exact: true }).click();
    await expect
      .poll(() =>
        ask(
          `SELECT sum(s."places")::int AS n FROM "WeeklySession" s JOIN "Offering" o ON o."id" = s."offeringId"
           WHERE o."doctorId" = $1 AND o."service" = 'follow_up' AND o."channel" = 'text'`,
          [row?.id],
        ),
      )
      .toEqual([{ n: 0 }]);
    await patient.goto(page);
    await expect(patient.getByText(t("patient.doctors.placesLeft", { count: 0 })).first()).toBeVisible();

    const leave = desk.getByRole("form", { name: t("schedule.leave.submit") });
    await leave.getByLabel(t("schedule.leave.first")).fill(nextWeek(5));
    await leave.getByLabel(t("schedule.leave.last")).fill(nextWeek(3));
    await leave.getByRole("button", { name: t("schedule.leave.submit") }).click();
    await expect(leave.getByText(t("errors.day_order")).first()).toBeVisible();
    await leave.getByLabel(t("schedule.leave.last")).fill(nextWeek(8));
    await leave.getByRole("button", { name: t("schedule.leave.submit") }).click();
    await expect(desk.getByRole("button", { name: t("schedule.leave.end"), exact: true })).toBeVisible();

    await desk.getByRole("radio", { name: t("schedule.intake.no"), exact: true }).check();
    const intake = desk.getByRole("form", { name: t("schedule.intake.question") });
    await intake.getByRole("button", { name: t("schedule.save"), exact: true }).click();
    await expect
      .poll(() => ask(`SELECT "isAccepting" FROM "Doctor" WHERE "id" = $1`, [row?.id]))
      .toEqual([{ isAccepting: false }]);
    await patient.goto(page);
    await expect(bookable).toHaveCount(0);
    await expectAccessible(patient);
  });
}

for (const language of languages) {
  const t = words(language);

  test(`a consultation by video is booked for a session of the days ahead, and waits until its end (${language})`, async ({
    open,
  }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const who = stranger("苏小屏");
    await addPerson(page, t, who);
    await apply(page, t, { doctor: "D007", service: "consultation", channel: "video", person: who.name });
    await agree(page, t);
    await answerNo(page, t);
    await page.getByRole("textbox", { name: t("booking.symptoms.label") }).fill("皮疹反复，想让医生当面看一看。");
    await tellIntake(page, t);
    const next = page.getByRole("button", { name: t("booking.next"), exact: true });
    await next.click();
    await expect(page.getByText(t("errors.session_gone")).first()).toBeVisible();
    await expectAccessible(page);
    const sessions = page.getByRole("group", { name: t("booking.session.title") });
    await sessions.getByRole("radio").last().check();
    await next.click();
    await expect(page.getByRole("heading", { name: t("booking.confirm.title") })).toBeVisible();
    await page.getByRole("button", { name: t("booking.confirm.submit") }).click();
    await expect(page.getByRole("button", { name: t("room.page.pay.submit", { amount: "" }).trim() })).toBeVisible();
    const id = /[0-9a-f-]{36}$/.exec(new URL(page.url()).pathname)?.[0] ?? "";
    const [row] = await ask<{ ahead: number; from: number; number: number }>(
      `SELECT "placeDay" - (now() AT TIME ZONE 'Asia/Shanghai')::date AS ahead, "placeFrom" AS from, "queueNumber" AS number
       FROM "Consultation" WHERE "id" = $1`,
      [id],
    );
    expect(row).toMatchObject({ ahead: 6, from: 14 * 60 + 30 });
    expect(row?.number).toBeGreaterThan(0);
  });
}
