-- CreateEnum
CREATE TYPE "InvoiceStatus" AS ENUM ('asked', 'issued', 'refused');

-- AlterTable
ALTER TABLE "OrderItem" ADD COLUMN     "leftOutReason" TEXT,
ADD COLUMN     "refundedPacks" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "requestId" UUID,
ADD COLUMN     "retriedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "RefundLine" (
    "refundId" UUID NOT NULL,
    "orderItemId" UUID NOT NULL,
    "packs" INTEGER NOT NULL,

    CONSTRAINT "RefundLine_pkey" PRIMARY KEY ("refundId","orderItemId")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "orderId" UUID,
    "consultationId" UUID,
    "titleSealed" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "status" "InvoiceStatus" NOT NULL DEFAULT 'asked',
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" TEXT,
    "reason" TEXT,
    "storageKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "day" DATE NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "paidCount" INTEGER NOT NULL,
    "paidFen" BIGINT NOT NULL,
    "backCount" INTEGER NOT NULL,
    "backFen" BIGINT NOT NULL,
    "differences" JSONB NOT NULL,

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_orderId_key" ON "Invoice"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_consultationId_key" ON "Invoice"("consultationId");

-- CreateIndex
CREATE INDEX "Invoice_status_createdAt_idx" ON "Invoice"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Invoice_accountId_createdAt_idx" ON "Invoice"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Refund_requestId_idx" ON "Refund"("requestId");

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Never more packs given back than were ordered; a line of a refund is packs of one line.
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_refunded_check" CHECK ("refundedPacks" BETWEEN 0 AND "packs");
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_packs_check" CHECK ("packs" > 0);
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_retry_check" CHECK ("retriedAt" IS NULL OR "status" = 'failed');
REVOKE UPDATE, DELETE, TRUNCATE ON "RefundLine", "Reconciliation" FROM hospital_app;

-- One invoice a thing; decided once, with its number and file, or with the reason why not.
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_thing_check" CHECK (("orderId" IS NULL) <> ("consultationId" IS NULL) AND "amountFen" > 0);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_decision_check" CHECK (("status" = 'asked') = ("decidedAt" IS NULL)
  AND ("status" = 'issued') = ("number" IS NOT NULL AND "storageKey" IS NOT NULL) AND ("status" = 'refused') = ("reason" IS NOT NULL));
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
