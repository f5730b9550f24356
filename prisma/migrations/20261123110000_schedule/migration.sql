-- Sessions of a week, days that are unlike it, leave; places are counted for each session of a day.

ALTER TABLE "Doctor" ADD COLUMN "openLimit" INTEGER NOT NULL DEFAULT 20;
ALTER TABLE "Doctor" ADD CONSTRAINT "Doctor_openLimit_check" CHECK ("openLimit" BETWEEN 1 AND 200);

CREATE TABLE "WeeklySession" (
    "id" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,

    CONSTRAINT "WeeklySession_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "WeeklySession_offeringId_weekday_fromMinute_key" ON "WeeklySession"("offeringId", "weekday", "fromMinute");
ALTER TABLE "WeeklySession" ADD CONSTRAINT "WeeklySession_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "Offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WeeklySession" ADD CONSTRAINT "WeeklySession_numbers_check"
  CHECK ("weekday" BETWEEN 1 AND 7 AND "fromMinute" >= 0 AND "fromMinute" < "toMinute" AND "toMinute" <= 1440 AND "places" BETWEEN 0 AND 500);

CREATE TABLE "SessionException" (
    "id" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,

    CONSTRAINT "SessionException_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SessionException_offeringId_day_fromMinute_key" ON "SessionException"("offeringId", "day", "fromMinute");
ALTER TABLE "SessionException" ADD CONSTRAINT "SessionException_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "Offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SessionException" ADD CONSTRAINT "SessionException_numbers_check"
  CHECK ("fromMinute" >= 0 AND "fromMinute" < "toMinute" AND "toMinute" <= 1440 AND "places" BETWEEN 0 AND 500);

CREATE TABLE "DoctorLeave" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DoctorLeave_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DoctorLeave_doctorId_toDay_idx" ON "DoctorLeave"("doctorId", "toDay");
ALTER TABLE "DoctorLeave" ADD CONSTRAINT "DoctorLeave_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DoctorLeave" ADD CONSTRAINT "DoctorLeave_days_check" CHECK ("fromDay" <= "toDay");

-- What was so many places a day becomes one session a day, all day long.
INSERT INTO "WeeklySession" ("id", "offeringId", "weekday", "fromMinute", "toMinute", "places")
SELECT gen_random_uuid(), o."id", weekday, 0, 1440, o."placesPerDay" FROM "Offering" o, generate_series(1, 7) AS weekday;
ALTER TABLE "Offering" DROP CONSTRAINT "Offering_numbers_check";
ALTER TABLE "Offering" DROP COLUMN "placesPerDay";
ALTER TABLE "Offering" ADD CONSTRAINT "Offering_numbers_check" CHECK ("feeFen" >= 0 AND "acceptMinutes" > 0 AND "lengthMinutes" > 0 AND "turnLimit" > 0);

ALTER TABLE "DoctorDay" ADD COLUMN "fromMinute" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "toMinute" INTEGER NOT NULL DEFAULT 1440, ADD COLUMN "issued" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "DoctorDay" ALTER COLUMN "fromMinute" DROP DEFAULT, ALTER COLUMN "toMinute" DROP DEFAULT;
UPDATE "DoctorDay" SET "issued" = "taken";
ALTER TABLE "DoctorDay" DROP CONSTRAINT "DoctorDay_pkey", ADD CONSTRAINT "DoctorDay_pkey" PRIMARY KEY ("offeringId", "day", "fromMinute");

ALTER TABLE "Consultation" ADD COLUMN "placeFrom" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "placeTo" INTEGER NOT NULL DEFAULT 1440,
  ADD COLUMN "queueNumber" INTEGER, ADD COLUMN "nudgedFor" TIMESTAMPTZ(3);

-- The sessions of a service on one day, as the week, the exceptions and the leave have it.
CREATE FUNCTION sessions_of(offering uuid, on_day date)
RETURNS TABLE ("fromMinute" integer, "toMinute" integer, "places" integer) LANGUAGE sql STABLE AS $$
  SELECT COALESCE(x."fromMinute", w."fromMinute"), COALESCE(x."toMinute", w."toMinute"), COALESCE(x."places", w."places")
  FROM (SELECT * FROM "WeeklySession" WHERE "offeringId" = offering AND "weekday" = EXTRACT(isodow FROM on_day)) w
  FULL JOIN (SELECT * FROM "SessionException" WHERE "offeringId" = offering AND "day" = on_day) x ON x."fromMinute" = w."fromMinute"
  WHERE NOT EXISTS (
    SELECT FROM "DoctorLeave" l JOIN "Offering" o ON o."doctorId" = l."doctorId"
    WHERE o."id" = offering AND on_day BETWEEN l."fromDay" AND l."toDay")
$$;
