-- AlterTable
ALTER TABLE "File" ADD COLUMN     "requestEntryId" UUID;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "ServiceRequest" ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "stars" INTEGER;

-- CreateIndex
CREATE INDEX "File_requestEntryId_idx" ON "File"("requestEntryId");

-- CreateIndex
CREATE INDEX "Order_replacesId_idx" ON "Order"("replacesId");

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_requestEntryId_fkey" FOREIGN KEY ("requestEntryId") REFERENCES "ServiceRequestEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A replacement lives beside the order that it replaces.
DROP INDEX "Order_live";
CREATE UNIQUE INDEX "Order_live" ON "Order" ("prescriptionId") WHERE "status" NOT IN ('lapsed', 'cancelled') AND "replacesId" IS NULL;
ALTER TABLE "Order" ADD CONSTRAINT "Order_replacement_check" CHECK ("replacesId" IS NULL OR ("medicineFen" = 0 AND "deliveryFen" = 0));
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_stars_check" CHECK ("stars" IS NULL OR ("stars" BETWEEN 1 AND 5 AND "closedAt" IS NOT NULL));
ALTER TABLE "File" ADD CONSTRAINT "File_one_place_check" CHECK ("consultationId" IS NULL OR "requestEntryId" IS NULL);
