ALTER TABLE "Department" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "SettingChange" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "thingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "SettingChange_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SettingChange_kind_thingId_revision_key" ON "SettingChange"("kind", "thingId", "revision");

REVOKE UPDATE, DELETE, TRUNCATE ON "SettingChange" FROM hospital_app;
CREATE TRIGGER "SettingChange_append_only" BEFORE UPDATE OR DELETE ON "SettingChange" FOR EACH ROW EXECUTE FUNCTION append_only();

ALTER TABLE "Department" ADD CONSTRAINT "Department_ages_check" CHECK (
  "minAgeMonths" >= 0 AND "maxAgeMonths" >= 0 AND ("minAgeMonths" IS NULL OR "maxAgeMonths" IS NULL OR "minAgeMonths" <= "maxAgeMonths")
);
