-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "mutedGroups" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "quietFrom" INTEGER,
ADD COLUMN     "quietTo" INTEGER;

-- CreateTable
CREATE TABLE "NoticeDelivery" (
    "noticeId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeDelivery_pkey" PRIMARY KEY ("noticeId","channel")
);

-- CreateIndex
CREATE INDEX "NoticeDelivery_status_at_idx" ON "NoticeDelivery"("status", "at");

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Account" ADD CONSTRAINT "Account_quiet_check" CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL) AND ("quietFrom" IS NULL OR ("quietFrom" BETWEEN 0 AND 1439 AND "quietTo" BETWEEN 0 AND 1439)));
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_check" CHECK ("channel" IN ('wechat', 'sms') AND "status" IN ('sending', 'sent', 'unreachable', 'failed'));
