import { v7 } from "uuid";
import { ask } from "./database";
import { newPatient } from "./patient";
import { arrangeFollowUp } from "./talk";

export interface Approved {
  readonly accountId: string;
  readonly prescriptionId: string;
}

/** An approved prescription of two medicines of the formulary, of somebody with an account who has agreed to everything. */
export async function arrangeApproved(doctor: string, locale: "zh-CN" | "en"): Promise<Approved> {
  const accountId = await newPatient(locale);
  const talk = { accountId, doctor, name: "配送样例", birthDay: "1980-01-01" };
  const { id, patientId } = await arrangeFollowUp(talk);
  await ask(
    `INSERT INTO "Consent" ("id", "consentTextId", "accountId", "patientId", "sha256", "isByGuardian", "agreedAt")
     SELECT uuidv7(), t."id", $1::uuid, $2::uuid, t."sha256", false, now() FROM "ConsentText" t
     WHERE t."kind" <> 'informed_consent' AND t."effectiveFrom" <= now() AND (t."supersededAt" IS NULL OR t."supersededAt" > now())`,
    [accountId, patientId],
  );
  const [prescriptionId, version] = [v7(), v7()];
  await ask(
    `INSERT INTO "Prescription" ("id", "number", "consultationId", "patientId", "accountId", "doctorId", "status", "createdAt", "approvedAt", "validUntil")
     SELECT $1::uuid, $2, "id", "patientId", "accountId", "doctorId", 'approved', now(), now(), now() + interval '1 day'
     FROM "Consultation" WHERE "id" = $3`,
    [prescriptionId, `RX${prescriptionId.replaceAll("-", "").slice(-12).toUpperCase()}`, id],
  );
  await ask(
    `INSERT INTO "PrescriptionVersion" ("id", "prescriptionId", "number", "prescriberId", "diagnosisCodes", "diagnosisText", "advice", "findings", "isScreened", "contentSha256", "signedAt")
     SELECT $1::uuid, "id", 1, "doctorId", '{I10}', '原发性高血压', '按时服药。', '[]', true, repeat('0', 64), now() FROM "Prescription" WHERE "id" = $2`,
    [version, prescriptionId],
  );
  await ask(
    `INSERT INTO "PrescriptionItem" ("id", "versionId", "position", "medicineId", "dose", "doseUnit", "frequency", "route", "days", "packs", "unitPriceFen", "note")
     SELECT uuidv7(), $1::uuid, row_number() OVER (ORDER BY "code"), "id", 1, 'tablet', 'qd', 'oral', 7, 1, "priceFen", ''
     FROM "Medicine" WHERE "code" IN ('M061', 'M062')`,
    [version],
  );
  return { accountId, prescriptionId };
}
