-- CreateEnum
CREATE TYPE "Inspection" AS ENUM ('restocked', 'destroyed');

-- AlterTable
ALTER TABLE "Medicine" ADD COLUMN     "gtin" TEXT,
ADD COLUMN     "packGrams" INTEGER NOT NULL DEFAULT 100;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "collectorSealed" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "StockBatch" ADD COLUMN     "location" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recallReason" TEXT,
ADD COLUMN     "recalledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "StockMovement" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ReturnedPacks" (
    "id" UUID NOT NULL,
    "orderItemId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "packs" INTEGER NOT NULL,
    "cameBackAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "Inspection",
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "ReturnedPacks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReturnedPacks_outcome_cameBackAt_idx" ON "ReturnedPacks"("outcome", "cameBackAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnedPacks_orderItemId_batchId_key" ON "ReturnedPacks"("orderItemId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Medicine_gtin_key" ON "Medicine"("gtin");

-- AddForeignKey
ALTER TABLE "ReturnedPacks" ADD CONSTRAINT "ReturnedPacks_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnedPacks" ADD CONSTRAINT "ReturnedPacks_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "StockBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Medicine" ADD CONSTRAINT "Medicine_pack_check" CHECK ("packGrams" BETWEEN 1 AND 30000 AND ("gtin" IS NULL OR "gtin" ~ '^[0-9]{14}$'));
ALTER TABLE "StockBatch" ADD CONSTRAINT "StockBatch_recall_check" CHECK (("recalledAt" IS NULL) = ("recallReason" IS NULL));
ALTER TABLE "ReturnedPacks" ADD CONSTRAINT "ReturnedPacks_decision_check" CHECK ("packs" > 0 AND ("outcome" IS NULL) = ("decidedAt" IS NULL)
  AND ("decidedAt" IS NULL) = ("decidedById" IS NULL));
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_reason_check" CHECK ("delta" <> 0 AND "reason" IN ('opening', 'received', 'dispensed', 'counted', 'written_off', 'restocked')) NOT VALID;

-- What stands on the shelf is the sum of what moved: batches that were there before movements were written begin with one.
INSERT INTO "StockMovement" ("id", "batchId", "delta", "reason", "at")
SELECT gen_random_uuid(), b."id", b."quantity" - COALESCE(m."sum", 0), 'opening', now()
FROM "StockBatch" b LEFT JOIN (SELECT "batchId", sum("delta")::int AS "sum" FROM "StockMovement" GROUP BY "batchId") m ON m."batchId" = b."id"
WHERE b."quantity" <> COALESCE(m."sum", 0);
