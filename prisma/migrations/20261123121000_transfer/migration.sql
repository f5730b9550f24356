-- A doctor may hand a consultation to a colleague; the patient decides.
CREATE TYPE "TransferStatus" AS ENUM ('proposed', 'accepted', 'declined');
CREATE TABLE "ConsultationTransfer" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "fromDoctorId" UUID NOT NULL,
    "toDoctorId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "TransferStatus" NOT NULL DEFAULT 'proposed',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConsultationTransfer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ConsultationTransfer_consultationId_idx" ON "ConsultationTransfer"("consultationId");
CREATE UNIQUE INDEX "ConsultationTransfer_open" ON "ConsultationTransfer" ("consultationId") WHERE "status" = 'proposed';
ALTER TABLE "ConsultationTransfer" ADD CONSTRAINT "ConsultationTransfer_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConsultationTransfer" ADD CONSTRAINT "ConsultationTransfer_toDoctorId_fkey" FOREIGN KEY ("toDoctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConsultationTransfer" ADD CONSTRAINT "ConsultationTransfer_doctors_check" CHECK ("fromDoctorId" <> "toDoctorId" AND ("status" = 'proposed') = ("decidedAt" IS NULL));
REVOKE DELETE, TRUNCATE ON "ConsultationTransfer" FROM hospital_app;
