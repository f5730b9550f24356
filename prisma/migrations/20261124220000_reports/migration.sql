-- What the reports add up, kept by day and by month from the rows themselves.
CREATE TABLE "ReportCell" (
    "report" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "grain" TEXT NOT NULL,
    "start" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "kept" INTEGER NOT NULL,
    "judged" INTEGER NOT NULL,
    "slots" SMALLINT[] NOT NULL,
    "tallies" INTEGER[] NOT NULL,

    CONSTRAINT "ReportCell_pkey" PRIMARY KEY ("report", "breakdown", "grain", "start", "key")
);
ALTER TABLE "ReportCell" ADD CONSTRAINT "ReportCell_grain_check" CHECK ("grain" IN ('day', 'month'));

-- Days of which a report is to be added up anew. Appended by triggers in the transaction that changes a row, so that nobody waits for anybody.
CREATE TABLE "ReportTouch" (
    "id" BIGSERIAL NOT NULL,
    "report" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "ReportTouch_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION shanghai_day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date $$;

-- Arguments: report, column of its moment, and so on.
CREATE FUNCTION report_touch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  come jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    INSERT INTO "ReportTouch" ("report", "day")
    SELECT DISTINCT TG_ARGV[2 * i], shanghai_day(moment::timestamptz)
    FROM unnest(ARRAY[gone ->> TG_ARGV[2 * i + 1], come ->> TG_ARGV[2 * i + 1]]) moment
    WHERE moment IS NOT NULL;
  END LOOP;
  RETURN NULL;
END $$;

-- For rows that count with another one. Arguments: report, the other's table, the column that names it, the other's moment.
CREATE FUNCTION report_touch_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO "ReportTouch" ("report", "day") SELECT $1, shanghai_day(%I) FROM %I WHERE "id" = ($2 ->> $3)::uuid', TG_ARGV[3], TG_ARGV[1])
  USING TG_ARGV[0], to_jsonb(COALESCE(NEW, OLD)), TG_ARGV[2];
  RETURN NULL;
END $$;

CREATE TRIGGER "Consultation_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "createdAt", "paidAt", "acceptedAt", "firstReplyAt", "doctorId", "departmentId", "channel", "feeFen" ON "Consultation"
  FOR EACH ROW EXECUTE FUNCTION report_touch('consultations', 'createdAt', 'acceptance', 'paidAt', 'answers', 'acceptedAt');
CREATE TRIGGER "PrescriptionReview_reports" AFTER INSERT ON "PrescriptionReview"
  FOR EACH ROW EXECUTE FUNCTION report_touch('reviews', 'at');
CREATE TRIGGER "AuditEvent_reports" AFTER INSERT ON "AuditEvent"
  FOR EACH ROW WHEN (NEW."action" = 'rule.refuse') EXECUTE FUNCTION report_touch('refusals', 'at');
CREATE TRIGGER "Payment_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "settledAt" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION report_touch('revenue', 'settledAt');
CREATE TRIGGER "Refund_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "settledAt" ON "Refund"
  FOR EACH ROW EXECUTE FUNCTION report_touch('refunds', 'settledAt');
CREATE TRIGGER "Order_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "paidAt", "handedOverAt", "carrierCode", "provinceCode" ON "Order"
  FOR EACH ROW EXECUTE FUNCTION report_touch('dispensing', 'paidAt');
CREATE TRIGGER "Shipment_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "expectedOn" ON "Shipment"
  FOR EACH ROW EXECUTE FUNCTION report_touch('deliveries', 'createdAt');
CREATE TRIGGER "ShipmentEvent_reports" AFTER INSERT ON "ShipmentEvent"
  FOR EACH ROW WHEN (NEW."status" = 'signed') EXECUTE FUNCTION report_touch_other('deliveries', 'Shipment', 'shipmentId', 'createdAt');
CREATE TRIGGER "StockMovement_reports" AFTER INSERT ON "StockMovement"
  FOR EACH ROW EXECUTE FUNCTION report_touch('stock', 'at');
CREATE TRIGGER "ConsultationRating_reports" AFTER INSERT OR DELETE ON "ConsultationRating"
  FOR EACH ROW EXECUTE FUNCTION report_touch('ratings', 'createdAt');
CREATE TRIGGER "ServiceRequest_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "closedAt", "outcome" ON "ServiceRequest"
  FOR EACH ROW EXECUTE FUNCTION report_touch('requests', 'createdAt');
CREATE TRIGGER "ServiceRequestEntry_reports" AFTER INSERT ON "ServiceRequestEntry"
  FOR EACH ROW WHEN (NEW."fromStaff") EXECUTE FUNCTION report_touch_other('requests', 'ServiceRequest', 'requestId', 'createdAt');
CREATE TRIGGER "Prescription_reports" AFTER INSERT OR DELETE OR UPDATE OF "status", "approvedAt", "contentVersion" ON "Prescription"
  FOR EACH ROW EXECUTE FUNCTION report_touch('prescribing', 'approvedAt');

-- Each report reads one span of time.
CREATE INDEX "Consultation_createdAt_id_idx" ON "Consultation"("createdAt", "id");
CREATE INDEX "Consultation_paidAt_id_idx" ON "Consultation"("paidAt", "id");
CREATE INDEX "Consultation_acceptedAt_id_idx" ON "Consultation"("acceptedAt", "id");
CREATE INDEX "PrescriptionReview_at_id_idx" ON "PrescriptionReview"("at", "id");
CREATE INDEX "AuditEvent_rules_idx" ON "AuditEvent"("at", "id") WHERE "action" = 'rule.refuse';
CREATE INDEX "Payment_settledAt_id_idx" ON "Payment"("settledAt", "id");
CREATE INDEX "Refund_settledAt_id_idx" ON "Refund"("settledAt", "id");
CREATE INDEX "Order_paidAt_id_idx" ON "Order"("paidAt", "id");
CREATE INDEX "Shipment_createdAt_id_idx" ON "Shipment"("createdAt", "id");
CREATE INDEX "StockMovement_at_id_idx" ON "StockMovement"("at", "id");
CREATE INDEX "ConsultationRating_createdAt_consultationId_idx" ON "ConsultationRating"("createdAt", "consultationId");
CREATE INDEX "ServiceRequest_createdAt_id_idx" ON "ServiceRequest"("createdAt", "id");
CREATE INDEX "Prescription_approvedAt_id_idx" ON "Prescription"("approvedAt", "id");

-- What there is already counts too.
INSERT INTO "ReportTouch" ("report", "day")
SELECT 'consultations', shanghai_day("createdAt") FROM "Consultation" GROUP BY 2
UNION ALL SELECT 'acceptance', shanghai_day("paidAt") FROM "Consultation" WHERE "paidAt" IS NOT NULL GROUP BY 2
UNION ALL SELECT 'answers', shanghai_day("acceptedAt") FROM "Consultation" WHERE "acceptedAt" IS NOT NULL GROUP BY 2
UNION ALL SELECT 'reviews', shanghai_day("at") FROM "PrescriptionReview" GROUP BY 2
UNION ALL SELECT 'revenue', shanghai_day("settledAt") FROM "Payment" WHERE "settledAt" IS NOT NULL GROUP BY 2
UNION ALL SELECT 'refunds', shanghai_day("settledAt") FROM "Refund" WHERE "settledAt" IS NOT NULL GROUP BY 2
UNION ALL SELECT 'dispensing', shanghai_day("paidAt") FROM "Order" WHERE "paidAt" IS NOT NULL GROUP BY 2
UNION ALL SELECT 'deliveries', shanghai_day("createdAt") FROM "Shipment" GROUP BY 2
UNION ALL SELECT 'stock', shanghai_day("at") FROM "StockMovement" GROUP BY 2
UNION ALL SELECT 'ratings', shanghai_day("createdAt") FROM "ConsultationRating" GROUP BY 2
UNION ALL SELECT 'requests', shanghai_day("createdAt") FROM "ServiceRequest" GROUP BY 2
UNION ALL SELECT 'prescribing', shanghai_day("approvedAt") FROM "Prescription" WHERE "approvedAt" IS NOT NULL GROUP BY 2;

-- R30: statistics of prescriptions by prescriber are opened for an hour, by somebody, for a reason. Kept as long as the audit.
CREATE TABLE "PrescriberLook" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrescriberLook_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PrescriberLook_accountId_until_idx" ON "PrescriberLook"("accountId", "until");
ALTER TABLE "PrescriberLook" ADD CONSTRAINT "PrescriberLook_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
REVOKE UPDATE, DELETE, TRUNCATE ON "PrescriberLook" FROM hospital_app;
CREATE TRIGGER "PrescriberLook_append_only" BEFORE UPDATE OR DELETE ON "PrescriberLook" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "SavedReport" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "every" TEXT,
    "nextAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedReport_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedReport_accountId_name_key" ON "SavedReport"("accountId", "name");
CREATE INDEX "SavedReport_nextAt_idx" ON "SavedReport"("nextAt");
ALTER TABLE "SavedReport" ADD CONSTRAINT "SavedReport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedReport" ADD CONSTRAINT "SavedReport_every_check" CHECK (("every" IS NULL) = ("nextAt" IS NULL));

CREATE TYPE "ReportFileStatus" AS ENUM ('waiting', 'running', 'ready', 'failed');
CREATE TABLE "ReportFile" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "savedReportId" UUID,
    "report" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "key" TEXT,
    "what" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "format" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" "ReportFileStatus" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "rowsTotal" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT,
    "storageKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "heldUntil" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "goneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ReportFile_accountId_createdAt_idx" ON "ReportFile"("accountId", "createdAt" DESC);
CREATE INDEX "ReportFile_goneAt_idx" ON "ReportFile"("goneAt");
CREATE INDEX "ReportFile_waiting_idx" ON "ReportFile"("createdAt") WHERE "status" IN ('waiting', 'running');
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_savedReportId_fkey" FOREIGN KEY ("savedReportId") REFERENCES "SavedReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_ready_check" CHECK ("status" <> 'ready' OR "storageKey" IS NOT NULL);
