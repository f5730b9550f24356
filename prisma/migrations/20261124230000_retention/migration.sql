ALTER TABLE "Consultation" ADD COLUMN "conversationGoneAt" TIMESTAMPTZ(3);
ALTER TABLE "Order" ADD COLUMN "deliveryGoneAt" TIMESTAMPTZ(3);

-- Nothing of a patient is destroyed while one of these stands.
CREATE TABLE "LegalHold" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "placedById" UUID NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "liftedById" UUID,
    "liftedAt" TIMESTAMPTZ(3),
    "liftReason" TEXT,

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LegalHold_patientId_idx" ON "LegalHold"("patientId");
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_lift_check" CHECK (("liftedAt" IS NULL) = ("liftedById" IS NULL) AND ("liftedAt" IS NULL) = ("liftReason" IS NULL));
CREATE UNIQUE INDEX "LegalHold_standing" ON "LegalHold"("patientId") WHERE "liftedAt" IS NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON "LegalHold" FROM hospital_app;
GRANT UPDATE ("liftedById", "liftedAt", "liftReason") ON "LegalHold" TO hospital_app;

-- The register of what was destroyed: what, of which time, why, who asked, who let it be, how much.
CREATE TYPE "DestructionStatus" AS ENUM ('proposed', 'approved', 'refused', 'withdrawn', 'done');
CREATE TABLE "Destruction" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "DestructionStatus" NOT NULL DEFAULT 'proposed',
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMPTZ(3),
    "destroyed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Destruction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Destruction_status_proposedAt_idx" ON "Destruction"("status", "proposedAt");
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_kind_check" CHECK ("kind" IN ('conversation', 'sale'));
-- Two people.
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_four_eyes_check" CHECK ("status" NOT IN ('approved', 'done') OR ("decidedById" IS NOT NULL AND "decidedById" <> "proposedById"));
CREATE UNIQUE INDEX "Destruction_open" ON "Destruction"("kind") WHERE "status" IN ('proposed', 'approved');
REVOKE UPDATE, DELETE, TRUNCATE ON "Destruction" FROM hospital_app;
GRANT UPDATE ("status", "decidedById", "decidedAt", "note", "doneAt", "destroyed") ON "Destruction" TO hospital_app;

CREATE TABLE "DestroyedThing" (
    "destructionId" UUID NOT NULL,
    "thingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DestroyedThing_pkey" PRIMARY KEY ("destructionId", "thingId")
);
ALTER TABLE "DestroyedThing" ADD CONSTRAINT "DestroyedThing_destructionId_fkey" FOREIGN KEY ("destructionId") REFERENCES "Destruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "DestroyedThing" FROM hospital_app;
CREATE TRIGGER "DestroyedThing_append_only" BEFORE UPDATE OR DELETE ON "DestroyedThing" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE INDEX "Consultation_conversation_idx" ON "Consultation"("closedAt") WHERE "conversationGoneAt" IS NULL;
CREATE INDEX "Order_delivery_idx" ON "Order"("createdAt") WHERE "deliveryGoneAt" IS NULL;

-- The application may not take these rows away by itself: the database does, for a destruction that two people stand behind, never
-- within the years of R28, never of a patient on whom a hold stands. Returns each thing with where its files lie.
CREATE FUNCTION destroy_kept(destruction uuid, moment timestamptz, blank text, most int) RETURNS TABLE (thing uuid, files text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  asked "Destruction";
  years int;
  edge timestamptz;
BEGIN
  SELECT * INTO asked FROM "Destruction" WHERE "id" = destruction FOR UPDATE;
  IF NOT FOUND OR asked."status" <> 'approved' OR asked."decidedById" = asked."proposedById" THEN
    RAISE EXCEPTION 'nobody let this be destroyed';
  END IF;
  years := CASE asked."kind" WHEN 'conversation' THEN 3 ELSE 5 END;
  edge := asked."before"::timestamp AT TIME ZONE 'Asia/Shanghai';
  IF edge + make_interval(years => years) > LEAST(moment, now() + interval '1 day') THEN
    RAISE EXCEPTION 'its years are not over';
  END IF;
  IF asked."kind" = 'conversation' THEN
    FOR thing IN
      SELECT c."id" FROM "Consultation" c
      WHERE c."closedAt" < edge AND c."conversationGoneAt" IS NULL
        AND NOT EXISTS (SELECT FROM "LegalHold" h WHERE h."patientId" = c."patientId" AND h."liftedAt" IS NULL)
      ORDER BY c."closedAt" LIMIT most FOR UPDATE SKIP LOCKED
    LOOP
      SELECT array_agg("storageKey") INTO files FROM (
        SELECT f."storageKey" FROM "File" f WHERE f."consultationId" = thing
        UNION ALL SELECT p."storageKey" FROM "CallPiece" p JOIN "Call" k ON k."id" = p."callId" WHERE k."consultationId" = thing) kept;
      DELETE FROM "Message" WHERE "consultationId" = thing;
      DELETE FROM "File" WHERE "consultationId" = thing;
      DELETE FROM "CallPiece" p USING "Call" k WHERE k."id" = p."callId" AND k."consultationId" = thing;
      UPDATE "Consultation" SET "conversationGoneAt" = moment WHERE "id" = thing;
      INSERT INTO "DestroyedThing" ("destructionId", "thingId", "at") VALUES (destruction, thing, moment);
      RETURN NEXT;
    END LOOP;
  ELSE
    FOR thing IN
      SELECT o."id" FROM "Order" o
      WHERE o."createdAt" < edge AND o."deliveryGoneAt" IS NULL
        AND o."status" IN ('collected', 'delivered', 'lapsed', 'cancelled', 'unclaimed', 'returned', 'lost')
        AND NOT EXISTS (SELECT FROM "LegalHold" h WHERE h."patientId" = o."patientId" AND h."liftedAt" IS NULL)
      ORDER BY o."createdAt" LIMIT most FOR UPDATE SKIP LOCKED
    LOOP
      SELECT array_agg(f."storageKey") INTO files FROM "File" f
      JOIN "ServiceRequestEntry" e ON e."id" = f."requestEntryId" JOIN "ServiceRequest" q ON q."id" = e."requestId" WHERE q."orderId" = thing;
      DELETE FROM "File" f USING "ServiceRequestEntry" e, "ServiceRequest" q
      WHERE e."id" = f."requestEntryId" AND q."id" = e."requestId" AND q."orderId" = thing;
      UPDATE "ServiceRequestEntry" e SET "body" = '—' FROM "ServiceRequest" q WHERE q."id" = e."requestId" AND q."orderId" = thing;
      UPDATE "Order" SET "addressSealed" = CASE WHEN "addressSealed" IS NULL THEN NULL ELSE blank END,
        "pickupCodeSealed" = NULL, "signatureSealed" = NULL, "collectorSealed" = NULL, "deliveryGoneAt" = moment
      WHERE "id" = thing;
      INSERT INTO "DestroyedThing" ("destructionId", "thingId", "at") VALUES (destruction, thing, moment);
      RETURN NEXT;
    END LOOP;
  END IF;
END $$;
REVOKE ALL ON FUNCTION destroy_kept(uuid, timestamptz, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION destroy_kept(uuid, timestamptz, text, int) TO hospital_app;
