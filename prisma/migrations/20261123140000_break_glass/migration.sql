-- A doctor opens a record without a consultation, in an emergency: for an hour at most, seen by the patient, reviewed by an admin.
CREATE TYPE "EmergencyVerdict" AS ENUM ('justified', 'unjustified');
CREATE TABLE "EmergencyAccess" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "EmergencyVerdict",
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewNote" TEXT,

    CONSTRAINT "EmergencyAccess_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "EmergencyAccess_patientId_idx" ON "EmergencyAccess"("patientId");
CREATE INDEX "EmergencyAccess_doctorId_idx" ON "EmergencyAccess"("doctorId");
CREATE INDEX "EmergencyAccess_open_idx" ON "EmergencyAccess"("openedAt") WHERE "reviewedAt" IS NULL;
ALTER TABLE "EmergencyAccess" ADD CONSTRAINT "EmergencyAccess_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EmergencyAccess" ADD CONSTRAINT "EmergencyAccess_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EmergencyAccess" ADD CONSTRAINT "EmergencyAccess_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EmergencyAccess" ADD CONSTRAINT "EmergencyAccess_hour_check" CHECK ("expiresAt" > "openedAt" AND "expiresAt" <= "openedAt" + interval '1 hour');
ALTER TABLE "EmergencyAccess" ADD CONSTRAINT "EmergencyAccess_review_check" CHECK (
    ("verdict" IS NULL) = ("reviewedAt" IS NULL) AND ("reviewedById" IS NULL) = ("reviewedAt" IS NULL) AND "reviewedById" IS DISTINCT FROM "doctorId"
);
-- What was opened, by whom, why and for how long stays as it was written; a review is added once.
REVOKE UPDATE, DELETE, TRUNCATE ON "EmergencyAccess" FROM hospital_app;
GRANT UPDATE ("verdict", "reviewedById", "reviewedAt", "reviewNote") ON "EmergencyAccess" TO hospital_app;
