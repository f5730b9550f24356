-- CreateTable
CREATE TABLE "TestOrder" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "consultationId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ordered',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "resultFhirId" TEXT,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TestOrder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TestOrder_number_key" ON "TestOrder"("number");

-- CreateIndex
CREATE INDEX "TestOrder_patientId_createdAt_idx" ON "TestOrder"("patientId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TestOrder_accountId_createdAt_idx" ON "TestOrder"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TestOrder_consultationId_idx" ON "TestOrder"("consultationId");

-- AddForeignKey
ALTER TABLE "TestOrder" ADD CONSTRAINT "TestOrder_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestOrder" ADD CONSTRAINT "TestOrder_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A test is ordered, then answered or called off; an answer names what answered it.
ALTER TABLE "TestOrder" ADD CONSTRAINT "TestOrder_status_check" CHECK ("status" IN ('ordered', 'resulted', 'cancelled') AND "category" IN ('laboratory', 'imaging')
  AND ("status" = 'resulted') = ("resultFhirId" IS NOT NULL) AND ("status" = 'ordered') = ("closedAt" IS NULL));
CREATE INDEX "TestOrder_open" ON "TestOrder" ("askedAt" NULLS FIRST, "dueOn") WHERE "status" = 'ordered';
