-- What administrators set as tables: a draft is looked at, gets a day from which it counts, and can be taken back.
CREATE TABLE "ConfigVersion" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "fromDay" DATE,
    "reason" TEXT,
    "plannedById" UUID,
    "plannedAt" TIMESTAMPTZ(3),
    "appliedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "ConfigVersion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ConfigVersion_kind_draftedAt_idx" ON "ConfigVersion"("kind", "draftedAt" DESC);
CREATE INDEX "ConfigVersion_due" ON "ConfigVersion"("fromDay") WHERE "fromDay" IS NOT NULL AND "appliedAt" IS NULL AND "withdrawnAt" IS NULL;
ALTER TABLE "ConfigVersion" ADD CONSTRAINT "ConfigVersion_plan_check" CHECK (
  ("fromDay" IS NULL) = ("plannedAt" IS NULL) AND ("fromDay" IS NULL) = ("reason" IS NULL) AND ("fromDay" IS NULL) = ("plannedById" IS NULL)
  AND ("appliedAt" IS NULL OR "fromDay" IS NOT NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL)
);
REVOKE UPDATE, DELETE, TRUNCATE ON "ConfigVersion" FROM hospital_app;
GRANT UPDATE ("fromDay", "reason", "plannedById", "plannedAt", "appliedAt", "withdrawnAt", "withdrawnById") ON "ConfigVersion" TO hospital_app;

-- Days on which nobody new is seen, unless a session of that very day says otherwise.
CREATE TABLE "Holiday" (
    "day" DATE NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("day")
);

CREATE OR REPLACE FUNCTION sessions_of(offering uuid, on_day date)
RETURNS TABLE ("fromMinute" integer, "toMinute" integer, "places" integer) LANGUAGE sql STABLE AS $$
  SELECT COALESCE(x."fromMinute", w."fromMinute"), COALESCE(x."toMinute", w."toMinute"), COALESCE(x."places", w."places")
  FROM (
    SELECT * FROM "WeeklySession" WHERE "offeringId" = offering AND "weekday" = EXTRACT(isodow FROM on_day)
      AND NOT EXISTS (SELECT FROM "Holiday" WHERE "day" = on_day)
  ) w
  FULL JOIN (SELECT * FROM "SessionException" WHERE "offeringId" = offering AND "day" = on_day) x ON x."fromMinute" = w."fromMinute"
  WHERE NOT EXISTS (
    SELECT FROM "DoctorLeave" l JOIN "Offering" o ON o."doctorId" = l."doctorId"
    WHERE o."id" = offering AND on_day BETWEEN l."fromDay" AND l."toDay")
$$;

-- Sentences that doctors send with one tap; while there is none, those that come with the application.
CREATE TABLE "QuickPhrase" (
    "position" INTEGER NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,

    CONSTRAINT "QuickPhrase_pkey" PRIMARY KEY ("position")
);
