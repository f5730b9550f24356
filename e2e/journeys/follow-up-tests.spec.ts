import { ask } from "../support/database";
import { accept } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, linkCard, newPatient, onFile } from "../support/patient";
import { setting } from "../support/settings";
import { arrangeTalk } from "../support/talk";
import { words } from "../support/words";

const who = onFile("王春梅");

/** The laboratory writes the result into the hospital's record. */
async function enterResult(number: string): Promise<void> {
  const body = new URLSearchParams({ cardNumber: who.cardNumber, number, conclusion: "TSH 2.1 mIU/L" });
  const answer = await fetch(`${setting("FHIR_URL")}/results`, { method: "POST", body, redirect: "manual" });
  expect(answer.status).toBe(303);
}

test("a follow-up test: ordered, the slip shown at the desk, the result in the record, both told", async ({ open }) => {
  const t = words("zh-CN");
  const accountId = await newPatient();
  const patient = await open(accountId, { on: "phone" });
  await addPerson(patient, t, who);
  await linkCard(patient, t, who);
  const [link] = await ask<{ patientId: string }>('SELECT "patientId" FROM "PatientLink" WHERE "accountId" = $1', [
    accountId,
  ]);
  const { id } = await arrangeTalk({ accountId, patientId: link?.patientId ?? "", doctor: "D025" });
  const doctor = await open("D025");
  await accept(doctor, t, who.name);

  await doctor.getByRole("link", { name: t("doctor.desk.tests") }).click();
  await doctor.getByRole("combobox", { name: t("tests.order.test") }).selectOption("3016-3");
  await doctor.getByRole("textbox", { name: t("tests.order.instructions") }).fill("空腹抽血，早晨不服药");
  await expectAccessible(doctor);
  await doctor.getByRole("button", { name: t("tests.order.submit"), exact: true }).click();
  await expect(doctor.getByText(t("tests.status.ordered"), { exact: true })).toBeVisible();

  await patient.goto("/patient/tests");
  await expectAccessible(patient);
  await patient.getByRole("link", { name: /TSH/ }).click();
  await expect(patient.getByText("空腹抽血，早晨不服药")).toBeVisible();
  const [{ number = "" } = {}] = await ask<{ number: string }>(
    'SELECT "number" FROM "TestOrder" WHERE "consultationId" = $1',
    [id],
  );
  await expect(patient.getByRole("img", { name: t("tests.slip.code", { number }) })).toBeVisible();
  await expectAccessible(patient);

  await enterResult(number);
  // Asked for now, not when the next round of the night comes.
  await ask(`UPDATE "Patient" SET "recordFetchedAt" = now() - interval '1 hour' WHERE "id" = $1`, [link?.patientId]);
  await patient.goto(`/patient/people/${link?.patientId}/card`);
  await patient.getByRole("button", { name: t("patient.card.refresh") }).click();
  await expect
    .poll(() => ask('SELECT "status" FROM "TestOrder" WHERE "number" = $1', [number]))
    .toEqual([{ status: "resulted" }]);
  await patient.goto("/patient/notices");
  await expect(patient.getByText(t("notices.test_resulted.title")).first()).toBeVisible();
  await doctor.goto("/doctor/notices");
  await expect(doctor.getByText(t("notices.test_resulted.title")).first()).toBeVisible();
  await doctor.goto(`/doctor/consultations/${id}/tests`);
  await expect(doctor.getByText(t("tests.status.resulted"), { exact: true })).toBeVisible();
});
