-- Calls of a service may be recorded, where both sides agree before the call: each records what it sends, in pieces.
ALTER TABLE "Offering" ADD COLUMN "isRecorded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Call" ADD COLUMN "callerAgreedAt" TIMESTAMPTZ(3), ADD COLUMN "answererAgreedAt" TIMESTAMPTZ(3);
CREATE TABLE "CallPiece" (
    "callId" UUID NOT NULL,
    "isFromCaller" BOOLEAN NOT NULL,
    "segment" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "storageKey" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallPiece_pkey" PRIMARY KEY ("callId", "isFromCaller", "segment", "index")
);
ALTER TABLE "CallPiece" ADD CONSTRAINT "CallPiece_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
REVOKE UPDATE, DELETE, TRUNCATE ON "CallPiece" FROM hospital_app;
