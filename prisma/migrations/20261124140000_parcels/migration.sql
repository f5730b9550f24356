-- AlterEnum
ALTER TYPE "OrderStatus" ADD VALUE 'lost';

-- DropIndex
DROP INDEX "Shipment_orderId_key";

-- AlterTable
ALTER TABLE "Carrier" ADD COLUMN     "cutoffMinute" INTEGER NOT NULL DEFAULT 1080;

-- AlterTable
ALTER TABLE "CarrierRate" ADD COLUMN     "extraKiloFen" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "areaCode" TEXT;

-- AlterTable
ALTER TABLE "Shipment" ADD COLUMN     "expectedOn" DATE,
ADD COLUMN     "polledAt" TIMESTAMPTZ(3),
ADD COLUMN     "staleToldAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "RemoteArea" (
    "carrierCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "extraFen" INTEGER,

    CONSTRAINT "RemoteArea_pkey" PRIMARY KEY ("carrierCode","areaCode")
);

-- CreateTable
CREATE TABLE "SavedAddress" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "areaCode" TEXT NOT NULL,
    "addressSealed" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedAddress_accountId_idx" ON "SavedAddress"("accountId");

-- CreateIndex
CREATE INDEX "Shipment_orderId_idx" ON "Shipment"("orderId");

-- AddForeignKey
ALTER TABLE "RemoteArea" ADD CONSTRAINT "RemoteArea_carrierCode_fkey" FOREIGN KEY ("carrierCode") REFERENCES "Carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedAddress" ADD CONSTRAINT "SavedAddress_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One default address an account.
CREATE UNIQUE INDEX "SavedAddress_one_default" ON "SavedAddress" ("accountId") WHERE "isDefault";
ALTER TABLE "CarrierRate" ADD CONSTRAINT "CarrierRate_money_check" CHECK ("priceFen" >= 0 AND "extraKiloFen" >= 0 AND "minDays" BETWEEN 0 AND "maxDays");
ALTER TABLE "RemoteArea" ADD CONSTRAINT "RemoteArea_check" CHECK ("areaCode" ~ '^[0-9]{6}$' AND ("extraFen" IS NULL OR "extraFen" > 0));
ALTER TABLE "Carrier" ADD CONSTRAINT "Carrier_cutoff_check" CHECK ("cutoffMinute" BETWEEN 1 AND 1440);
-- Parcels under way, by when they were last heard of.
CREATE INDEX "Shipment_under_way" ON "Shipment" (COALESCE("lastEventAt", "createdAt")) WHERE "status" NOT IN ('signed', 'returned');
