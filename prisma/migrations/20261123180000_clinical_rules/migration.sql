-- DropIndex
DROP INDEX "Interaction_atcA_atcB_key";

-- CreateTable
CREATE TABLE "KnowledgeTable" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "isInForce" BOOLEAN NOT NULL DEFAULT false,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnowledgeTable_pkey" PRIMARY KEY ("id")
);

-- What is known already becomes the first table of its kind.
INSERT INTO "KnowledgeTable" ("id", "kind", "number", "name", "rows", "isDemonstration", "isInForce", "loadedAt")
SELECT gen_random_uuid(), 'interactions', 1, 'first', count(*)::int, true, true, now() FROM "Interaction" HAVING count(*) > 0;

-- AlterTable
ALTER TABLE "Interaction" ADD COLUMN "tableId" UUID;
UPDATE "Interaction" SET "tableId" = (SELECT "id" FROM "KnowledgeTable");
ALTER TABLE "Interaction" DROP CONSTRAINT "Interaction_pkey",
DROP COLUMN "id",
ALTER COLUMN "tableId" SET NOT NULL,
ADD CONSTRAINT "Interaction_pkey" PRIMARY KEY ("tableId", "atcA", "atcB");

-- AlterTable
ALTER TABLE "Medicine" ADD COLUMN     "avoidEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "avoidZh" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isTcmPiece" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "maxCourseDays" INTEGER,
ADD COLUMN     "purposeEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "purposeZh" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "tradeNameEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "tradeNameZh" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Prescription" ADD COLUMN     "escalatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isUrgent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "renewalDueAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PrescriptionItem" ADD COLUMN     "timing" TEXT NOT NULL DEFAULT '';

-- A reason that stood for all warnings together stands for each from now on; versions stay append-only for everybody else.
ALTER TABLE "PrescriptionVersion" DISABLE TRIGGER "PrescriptionVersion_append_only";
ALTER TABLE "PrescriptionVersion" ADD COLUMN "overrides" JSONB NOT NULL DEFAULT '[]';
UPDATE "PrescriptionVersion" SET "overrides" = jsonb_build_array(jsonb_build_object('finding', '*', 'reason', "overrideReason"))
WHERE "overrideReason" IS NOT NULL;
ALTER TABLE "PrescriptionVersion" ENABLE TRIGGER "PrescriptionVersion_append_only";

-- AlterTable
ALTER TABLE "PrescriptionVersion" DROP COLUMN "overrideReason",
ADD COLUMN     "assessment" TEXT,
ADD COLUMN     "knowledge" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "states" TEXT[],
ADD COLUMN     "weightKg" DECIMAL(5,2);

-- CreateTable
CREATE TABLE "DoseRange" (
    "id" UUID NOT NULL,
    "medicineId" UUID NOT NULL,
    "population" TEXT NOT NULL,
    "minAgeMonths" INTEGER,
    "maxAgeMonths" INTEGER,
    "isPerKg" BOOLEAN NOT NULL DEFAULT false,
    "minSingle" DECIMAL(10,3),
    "maxSingle" DECIMAL(10,3) NOT NULL,
    "maxDaily" DECIMAL(10,3) NOT NULL,

    CONSTRAINT "DoseRange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MedicineChange" (
    "id" UUID NOT NULL,
    "medicineId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "MedicineChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contraindication" (
    "id" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "atc" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "icd10" TEXT NOT NULL DEFAULT '',
    "underMonths" INTEGER,
    "severity" TEXT NOT NULL,
    "mechanismZh" TEXT NOT NULL,
    "mechanismEn" TEXT NOT NULL,
    "adviceZh" TEXT NOT NULL,
    "adviceEn" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Contraindication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "algorithm" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "keySealed" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "signerId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrescriptionTemplate" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrescriptionTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DoseRange_medicineId_idx" ON "DoseRange"("medicineId");

-- CreateIndex
CREATE UNIQUE INDEX "MedicineChange_medicineId_revision_key" ON "MedicineChange"("medicineId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "KnowledgeTable_kind_number_key" ON "KnowledgeTable"("kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Contraindication_tableId_atc_kind_icd10_key" ON "Contraindication"("tableId", "atc", "kind", "icd10");

-- CreateIndex
CREATE INDEX "SigningKey_accountId_idx" ON "SigningKey"("accountId");

-- CreateIndex
CREATE INDEX "Signature_signerId_at_idx" ON "Signature"("signerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_versionId_purpose_key" ON "Signature"("versionId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionTemplate_doctorId_name_key" ON "PrescriptionTemplate"("doctorId", "name");

-- CreateIndex
CREATE INDEX "Interaction_tableId_atcB_atcA_idx" ON "Interaction"("tableId", "atcB", "atcA");

-- CreateIndex
CREATE INDEX "Prescription_renewalDueAt_idx" ON "Prescription"("renewalDueAt");

-- AddForeignKey
ALTER TABLE "DoseRange" ADD CONSTRAINT "DoseRange_medicineId_fkey" FOREIGN KEY ("medicineId") REFERENCES "Medicine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MedicineChange" ADD CONSTRAINT "MedicineChange_medicineId_fkey" FOREIGN KEY ("medicineId") REFERENCES "Medicine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "KnowledgeTable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contraindication" ADD CONSTRAINT "Contraindication_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "KnowledgeTable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PrescriptionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SigningKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prescription" ADD CONSTRAINT "Prescription_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionTemplate" ADD CONSTRAINT "PrescriptionTemplate_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One table of each kind is in force.
CREATE UNIQUE INDEX "KnowledgeTable_one_in_force" ON "KnowledgeTable"("kind") WHERE "isInForce";
ALTER TABLE "KnowledgeTable" ADD CONSTRAINT "KnowledgeTable_kind_check" CHECK ("kind" IN ('interactions', 'contraindications'));
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_order_check" CHECK ("atcA" COLLATE "C" <= "atcB" COLLATE "C");
ALTER TABLE "DoseRange" ADD CONSTRAINT "DoseRange_population_check"
  CHECK ("population" IN ('child', 'kidney', 'liver', 'pregnancy', 'lactation') AND "maxSingle" > 0 AND "maxDaily" >= "maxSingle");

-- A person has one key at a time; what was signed, and what the formulary said before, stays.
CREATE UNIQUE INDEX "SigningKey_one_in_use" ON "SigningKey"("accountId") WHERE "retiredAt" IS NULL;
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_algorithm_check" CHECK ("algorithm" IN ('ed25519', 'sm2'));
CREATE TRIGGER "Signature_append_only" BEFORE UPDATE OR DELETE ON "Signature" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "MedicineChange_append_only" BEFORE UPDATE OR DELETE ON "MedicineChange" FOR EACH ROW EXECUTE FUNCTION append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON "Signature", "MedicineChange" FROM hospital_app;

-- R14, R16, R17 behind the commands: whole doses, a week to twelve.
ALTER TABLE "PrescriptionItem" ADD CONSTRAINT "PrescriptionItem_days_check" CHECK ("days" BETWEEN 1 AND 84) NOT VALID;
ALTER TABLE "PrescriptionVersion" ADD CONSTRAINT "PrescriptionVersion_weight_check" CHECK ("weightKg" IS NULL OR "weightKg" BETWEEN 0.3 AND 400);
