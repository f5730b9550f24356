-- Voice and video calls of a consultation, and what the two browsers tell each other to find one another.
CREATE TYPE "CallKind" AS ENUM ('voice', 'video');
CREATE TYPE "CallStatus" AS ENUM ('ringing', 'active', 'ended');

CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "kind" "CallKind" NOT NULL,
    "status" "CallStatus" NOT NULL DEFAULT 'ringing',
    "startedById" UUID NOT NULL,
    "callerTab" UUID NOT NULL,
    "answererTab" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "callerSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "answererSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Call_consultationId_startedAt_idx" ON "Call"("consultationId", "startedAt" DESC);
CREATE INDEX "Call_status_idx" ON "Call"("status") WHERE "status" <> 'ended';
ALTER TABLE "Call" ADD CONSTRAINT "Call_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One call at a time; whoever is called is there from the answer on.
CREATE UNIQUE INDEX "Call_live" ON "Call" ("consultationId") WHERE "status" <> 'ended';
ALTER TABLE "Call" ADD CONSTRAINT "Call_steps_check" CHECK (
  ("status" = 'ringing') = ("answeredAt" IS NULL AND "endedAt" IS NULL) AND ("status" = 'ended') = ("endedAt" IS NOT NULL)
  AND ("answeredAt" IS NULL) = ("answererTab" IS NULL));
REVOKE DELETE, TRUNCATE ON "Call" FROM hospital_app;

CREATE TABLE "CallSignal" (
    "id" BIGSERIAL NOT NULL,
    "callId" UUID NOT NULL,
    "isFromCaller" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "CallSignal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "CallSignal_callId_id_idx" ON "CallSignal"("callId", "id");
ALTER TABLE "CallSignal" ADD CONSTRAINT "CallSignal_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
