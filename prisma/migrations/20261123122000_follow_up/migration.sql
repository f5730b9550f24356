-- When the doctor wants to see the patient again, and whether that was said on the day.
ALTER TABLE "Consultation" ADD COLUMN "followUpOn" DATE, ADD COLUMN "followUpToldAt" TIMESTAMPTZ(3);
CREATE INDEX "Consultation_followUpOn_idx" ON "Consultation"("followUpOn") WHERE "followUpToldAt" IS NULL AND "followUpOn" IS NOT NULL;
