ALTER TABLE "Offering" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "OfferingTerms" (
    "id" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "fromDay" DATE NOT NULL,
    "feeFen" INTEGER NOT NULL,
    "acceptMinutes" INTEGER NOT NULL,
    "lengthMinutes" INTEGER NOT NULL,
    "turnLimit" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "isRecorded" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "OfferingTerms_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OfferingTerms_offeringId_fromDay_idx" ON "OfferingTerms"("offeringId", "fromDay");
ALTER TABLE "OfferingTerms" ADD CONSTRAINT "OfferingTerms_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "Offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One plan a day.
CREATE UNIQUE INDEX "OfferingTerms_planned" ON "OfferingTerms" ("offeringId", "fromDay") WHERE "appliedAt" IS NULL AND "withdrawnAt" IS NULL;
CREATE INDEX "OfferingTerms_waiting" ON "OfferingTerms" ("fromDay") WHERE "appliedAt" IS NULL AND "withdrawnAt" IS NULL;
ALTER TABLE "OfferingTerms" ADD CONSTRAINT "OfferingTerms_numbers_check" CHECK (
  "feeFen" > 0 AND "acceptMinutes" > 0 AND "lengthMinutes" > 0 AND "turnLimit" > 0 AND ("appliedAt" IS NULL OR "withdrawnAt" IS NULL)
);
REVOKE DELETE, TRUNCATE ON "OfferingTerms" FROM hospital_app;
