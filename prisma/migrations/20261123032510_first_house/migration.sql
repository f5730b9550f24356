-- CreateEnum
CREATE TYPE "Role" AS ENUM ('patient', 'doctor', 'pharmacist', 'head_pharmacist', 'support', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "ConsultationStatus" AS ENUM ('awaiting_payment', 'waiting', 'in_progress', 'finished', 'lapsed', 'declined', 'expired', 'cancelled', 'referred_offline', 'abandoned');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('text', 'image', 'voice', 'system', 'prescription');

-- CreateEnum
CREATE TYPE "ControlledClass" AS ENUM ('none', 'narcotic', 'psychotropic_1', 'psychotropic_2', 'toxic', 'radioactive', 'precursor');

-- CreateEnum
CREATE TYPE "ServiceKind" AS ENUM ('consultation', 'follow_up');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('text', 'voice', 'video');

-- CreateEnum
CREATE TYPE "DoctorTitle" AS ENUM ('chief_physician', 'associate_chief_physician', 'attending_physician');

-- CreateEnum
CREATE TYPE "PaymentPurpose" AS ENUM ('consultation_fee', 'medicine', 'delivery');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('pending', 'succeeded', 'failed', 'lapsed', 'refunded');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('awaiting_payment', 'paid', 'picking', 'checked', 'sealed', 'ready_for_pickup', 'collected', 'shipped', 'delivered', 'lapsed', 'cancelled', 'unclaimed', 'returned');

-- CreateEnum
CREATE TYPE "Fulfilment" AS ENUM ('pickup', 'express');

-- CreateEnum
CREATE TYPE "DeliveryPayment" AS ENUM ('online', 'courier');

-- CreateEnum
CREATE TYPE "ShipmentStatus" AS ENUM ('created', 'collected', 'in_transit', 'out_for_delivery', 'signed', 'problem', 'rejected', 'returning', 'returned');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('open', 'answered', 'resolved', 'reopened');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male', 'unknown');

-- CreateEnum
CREATE TYPE "IdDocument" AS ENUM ('resident_id', 'passport', 'birth_certificate');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('self', 'child', 'spouse', 'parent', 'other');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('encounter', 'condition', 'allergy', 'medication', 'observation');

-- CreateEnum
CREATE TYPE "PrescriptionStatus" AS ENUM ('draft', 'in_review', 'returned', 'double_signed', 'approved', 'refused', 'dispensed', 'expired', 'voided');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('approved', 'returned', 'refused');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "status" "AccountStatus" NOT NULL DEFAULT 'active',
    "displayName" TEXT NOT NULL,
    "loginDigest" TEXT NOT NULL,
    "phoneSealed" TEXT,
    "passwordHash" TEXT,
    "totpSealed" TEXT,
    "totpLastStep" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "wechatOpenId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "accountId" UUID NOT NULL,
    "staffNo" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "certificateNo" TEXT,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "service" "ServiceKind" NOT NULL,
    "channel" "Channel" NOT NULL,
    "status" "ConsultationStatus" NOT NULL DEFAULT 'awaiting_payment',
    "version" INTEGER NOT NULL DEFAULT 1,
    "feeFen" INTEGER NOT NULL,
    "symptoms" TEXT NOT NULL,
    "placeDay" DATE NOT NULL,
    "visitFhirId" TEXT,
    "visitAt" TIMESTAMPTZ(3),
    "visitDiagnosis" TEXT,
    "consentSha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "firstReplyAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "turnLimit" INTEGER NOT NULL,
    "turnsUsed" INTEGER NOT NULL DEFAULT 0,
    "closeReason" TEXT,
    "closeAdvice" TEXT,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "lastMessageAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationEvent" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "toStatus" "ConsultationStatus" NOT NULL,
    "actorId" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsultationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "senderId" UUID,
    "senderRole" "Role",
    "clientId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "fileId" UUID,
    "prescriptionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "consultationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("consultationId","accountId")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "consultationId" UUID,
    "storageKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Medicine" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "ingredients" TEXT[],
    "atc" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "strengthZh" TEXT NOT NULL,
    "strengthEn" TEXT NOT NULL,
    "doseUnit" TEXT NOT NULL,
    "packSize" INTEGER NOT NULL,
    "packZh" TEXT NOT NULL,
    "packEn" TEXT NOT NULL,
    "priceFen" INTEGER NOT NULL,
    "routes" TEXT[],
    "usualDose" DECIMAL(10,3) NOT NULL,
    "usualFrequency" TEXT NOT NULL,
    "maxSingleDose" DECIMAL(10,3) NOT NULL,
    "maxDailyDose" DECIMAL(10,3) NOT NULL,
    "minAgeMonths" INTEGER NOT NULL DEFAULT 0,
    "controlledClass" "ControlledClass" NOT NULL DEFAULT 'none',
    "isAntimicrobial" BOOLEAN NOT NULL DEFAULT false,
    "isHighAlert" BOOLEAN NOT NULL DEFAULT false,
    "isRefrigerated" BOOLEAN NOT NULL DEFAULT false,
    "isInjection" BOOLEAN NOT NULL DEFAULT false,
    "isGlucoseLowering" BOOLEAN NOT NULL DEFAULT false,
    "isHospitalMade" BOOLEAN NOT NULL DEFAULT false,
    "isMailBlocked" BOOLEAN NOT NULL DEFAULT false,
    "storageZh" TEXT NOT NULL,
    "storageEn" TEXT NOT NULL,
    "manufacturerZh" TEXT NOT NULL,
    "licenceNo" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Medicine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Diagnosis" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "isChronic" BOOLEAN NOT NULL,
    "isCommon" BOOLEAN NOT NULL,

    CONSTRAINT "Diagnosis_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CodeMap" (
    "system" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "targetSystem" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "display" TEXT NOT NULL,

    CONSTRAINT "CodeMap_pkey" PRIMARY KEY ("system","code","targetSystem")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" UUID NOT NULL,
    "atcA" TEXT NOT NULL,
    "atcB" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "mechanismZh" TEXT NOT NULL,
    "mechanismEn" TEXT NOT NULL,
    "adviceZh" TEXT NOT NULL,
    "adviceEn" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockBatch" (
    "id" UUID NOT NULL,
    "medicineId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "expiresOn" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockMovement" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "orderItemId" UUID,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockMovement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockReservation" (
    "id" UUID NOT NULL,
    "orderItemId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reservedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "issuedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockReservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "introZh" TEXT NOT NULL,
    "introEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "minAgeMonths" INTEGER,
    "maxAgeMonths" INTEGER,
    "recordWindowDays" INTEGER NOT NULL DEFAULT 15,
    "commonConditions" TEXT[],
    "hardConditions" TEXT[],
    "redFlagIds" TEXT[],
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Doctor" (
    "id" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "staffNo" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "title" "DoctorTitle" NOT NULL,
    "certificateNo" TEXT NOT NULL,
    "practisingSince" DATE NOT NULL,
    "scopeZh" TEXT NOT NULL,
    "scopeEn" TEXT NOT NULL,
    "specialtiesZh" TEXT NOT NULL,
    "specialtiesEn" TEXT NOT NULL,
    "introZh" TEXT NOT NULL,
    "introEn" TEXT NOT NULL,
    "isAccepting" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Doctor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offering" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "service" "ServiceKind" NOT NULL,
    "channel" "Channel" NOT NULL,
    "feeFen" INTEGER NOT NULL,
    "placesPerDay" INTEGER NOT NULL,
    "acceptMinutes" INTEGER NOT NULL DEFAULT 1440,
    "lengthMinutes" INTEGER NOT NULL DEFAULT 2880,
    "turnLimit" INTEGER NOT NULL DEFAULT 60,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Offering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoctorDay" (
    "doctorId" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DoctorDay_pkey" PRIMARY KEY ("offeringId","day")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "purpose" "PaymentPurpose" NOT NULL,
    "consultationId" UUID,
    "orderId" UUID,
    "amountFen" INTEGER NOT NULL,
    "refundedFen" INTEGER NOT NULL DEFAULT 0,
    "status" "PaymentStatus" NOT NULL DEFAULT 'pending',
    "version" INTEGER NOT NULL DEFAULT 1,
    "idempotencyKey" TEXT NOT NULL,
    "gatewaySessionId" TEXT,
    "gatewayPaymentId" TEXT,
    "checkoutUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "status" "RefundStatus" NOT NULL DEFAULT 'pending',
    "reasonCode" TEXT NOT NULL,
    "requestedById" UUID,
    "idempotencyKey" TEXT NOT NULL,
    "gatewayRefundId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expectedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "transactionId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "paymentId" UUID,
    "refundId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatewayEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GatewayEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "prescriptionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "status" "OrderStatus" NOT NULL DEFAULT 'awaiting_payment',
    "version" INTEGER NOT NULL DEFAULT 1,
    "fulfilment" "Fulfilment" NOT NULL,
    "medicineFen" INTEGER NOT NULL,
    "deliveryFen" INTEGER NOT NULL DEFAULT 0,
    "deliveryPayment" "DeliveryPayment",
    "carrierCode" TEXT,
    "provinceCode" TEXT,
    "addressSealed" TEXT,
    "pickupCodeSealed" TEXT,
    "shelf" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "pickedById" UUID,
    "checkedById" UUID,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "medicineId" UUID NOT NULL,
    "packs" INTEGER NOT NULL,
    "unitPriceFen" INTEGER NOT NULL,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "toStatus" "OrderStatus" NOT NULL,
    "actorId" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Carrier" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "numberPattern" TEXT NOT NULL,
    "cashOnArrival" BOOLEAN NOT NULL,
    "hasColdChain" BOOLEAN NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Carrier_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CarrierRate" (
    "carrierCode" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "priceFen" INTEGER NOT NULL,
    "minDays" INTEGER NOT NULL,
    "maxDays" INTEGER NOT NULL,

    CONSTRAINT "CarrierRate_pkey" PRIMARY KEY ("carrierCode","provinceCode")
);

-- CreateTable
CREATE TABLE "Province" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "Province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Shipment" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "carrierCode" TEXT NOT NULL,
    "trackingNumber" TEXT NOT NULL,
    "status" "ShipmentStatus" NOT NULL DEFAULT 'created',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "subscribedAt" TIMESTAMPTZ(3),
    "lastEventAt" TIMESTAMPTZ(3),

    CONSTRAINT "Shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShipmentEvent" (
    "id" UUID NOT NULL,
    "shipmentId" UUID NOT NULL,
    "status" "ShipmentStatus" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShipmentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceRequest" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "RequestStatus" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceRequestEntry" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "fromStaff" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceRequestEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Patient" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "idDocument" "IdDocument" NOT NULL,
    "idNumberSealed" TEXT NOT NULL,
    "idNumberDigest" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "birthDate" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordFetchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatientLink" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "relation" "Relation" NOT NULL,
    "slot" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PatientLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HealthCard" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "cardNumberSealed" TEXT NOT NULL,
    "cardNumberDigest" TEXT NOT NULL,
    "fhirPatientId" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "unlinkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HealthCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordEntry" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "fhirId" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3),
    "code" TEXT,
    "system" TEXT,
    "display" TEXT NOT NULL,
    "mappedCode" TEXT,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "detail" JSONB NOT NULL,

    CONSTRAINT "RecordEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsentText" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "bodyZh" TEXT NOT NULL,
    "bodyEn" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsentText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "consentTextId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prescription" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "consultationId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "status" "PrescriptionStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "contentVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "claimedById" UUID,
    "claimedUntil" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closeReason" TEXT,

    CONSTRAINT "Prescription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrescriptionVersion" (
    "id" UUID NOT NULL,
    "prescriptionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "prescriberId" UUID NOT NULL,
    "diagnosisCodes" TEXT[],
    "diagnosisText" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "validDays" INTEGER NOT NULL DEFAULT 1,
    "supplyReason" TEXT,
    "findings" JSONB NOT NULL,
    "isScreened" BOOLEAN NOT NULL,
    "overrideReason" TEXT,
    "guardianConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "contentSha256" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrescriptionVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrescriptionItem" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "medicineId" UUID NOT NULL,
    "dose" DECIMAL(10,3) NOT NULL,
    "doseUnit" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "packs" INTEGER NOT NULL,
    "unitPriceFen" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "PrescriptionItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrescriptionReview" (
    "id" UUID NOT NULL,
    "prescriptionId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "prescriberId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "reasonCode" TEXT,
    "note" TEXT NOT NULL,
    "checkedPoints" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrescriptionReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "patientId" UUID,
    "isAllowed" BOOLEAN NOT NULL DEFAULT true,
    "detail" JSONB NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_loginDigest_key" ON "Account"("loginDigest");

-- CreateIndex
CREATE UNIQUE INDEX "Account_wechatOpenId_key" ON "Account"("wechatOpenId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_staffNo_key" ON "Staff"("staffNo");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_number_key" ON "Consultation"("number");

-- CreateIndex
CREATE INDEX "Consultation_accountId_createdAt_idx" ON "Consultation"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Consultation_doctorId_status_dueAt_idx" ON "Consultation"("doctorId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "Consultation_patientId_idx" ON "Consultation"("patientId");

-- CreateIndex
CREATE INDEX "ConsultationEvent_consultationId_at_idx" ON "ConsultationEvent"("consultationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Message_consultationId_seq_key" ON "Message"("consultationId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Message_senderId_clientId_key" ON "Message"("senderId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "File_storageKey_key" ON "File"("storageKey");

-- CreateIndex
CREATE INDEX "File_ownerId_idx" ON "File"("ownerId");

-- CreateIndex
CREATE INDEX "File_consultationId_idx" ON "File"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Medicine_code_key" ON "Medicine"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_atcA_atcB_key" ON "Interaction"("atcA", "atcB");

-- CreateIndex
CREATE INDEX "StockBatch_medicineId_expiresOn_idx" ON "StockBatch"("medicineId", "expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "StockBatch_medicineId_number_key" ON "StockBatch"("medicineId", "number");

-- CreateIndex
CREATE INDEX "StockMovement_batchId_at_idx" ON "StockMovement"("batchId", "at");

-- CreateIndex
CREATE INDEX "StockReservation_orderItemId_idx" ON "StockReservation"("orderItemId");

-- CreateIndex
CREATE INDEX "StockReservation_batchId_idx" ON "StockReservation"("batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Department_code_key" ON "Department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Doctor_staffNo_key" ON "Doctor"("staffNo");

-- CreateIndex
CREATE INDEX "Doctor_departmentId_idx" ON "Doctor"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Offering_doctorId_service_channel_key" ON "Offering"("doctorId", "service", "channel");

-- CreateIndex
CREATE INDEX "DoctorDay_doctorId_day_idx" ON "DoctorDay"("doctorId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_idempotencyKey_key" ON "Payment"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_gatewaySessionId_key" ON "Payment"("gatewaySessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_gatewayPaymentId_key" ON "Payment"("gatewayPaymentId");

-- CreateIndex
CREATE INDEX "Payment_status_expiresAt_idx" ON "Payment"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "Payment_orderId_idx" ON "Payment"("orderId");

-- CreateIndex
CREATE INDEX "Payment_consultationId_idx" ON "Payment"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_idempotencyKey_key" ON "Refund"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_gatewayRefundId_key" ON "Refund"("gatewayRefundId");

-- CreateIndex
CREATE INDEX "Refund_status_createdAt_idx" ON "Refund"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");

-- CreateIndex
CREATE INDEX "LedgerEntry_account_at_idx" ON "LedgerEntry"("account", "at");

-- CreateIndex
CREATE INDEX "LedgerEntry_paymentId_idx" ON "LedgerEntry"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE INDEX "Order_accountId_createdAt_id_idx" ON "Order"("accountId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Order_status_paidAt_idx" ON "Order"("status", "paidAt");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_orderId_position_key" ON "OrderItem"("orderId", "position");

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_at_idx" ON "OrderEvent"("orderId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Shipment_orderId_key" ON "Shipment"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Shipment_carrierCode_trackingNumber_key" ON "Shipment"("carrierCode", "trackingNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ShipmentEvent_shipmentId_at_text_key" ON "ShipmentEvent"("shipmentId", "at", "text");

-- CreateIndex
CREATE INDEX "ServiceRequest_orderId_idx" ON "ServiceRequest"("orderId");

-- CreateIndex
CREATE INDEX "ServiceRequest_status_dueAt_idx" ON "ServiceRequest"("status", "dueAt");

-- CreateIndex
CREATE INDEX "ServiceRequestEntry_requestId_at_idx" ON "ServiceRequestEntry"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Patient_idDocument_idNumberDigest_key" ON "Patient"("idDocument", "idNumberDigest");

-- CreateIndex
CREATE INDEX "PatientLink_accountId_idx" ON "PatientLink"("accountId");

-- CreateIndex
CREATE INDEX "PatientLink_patientId_idx" ON "PatientLink"("patientId");

-- CreateIndex
CREATE INDEX "HealthCard_patientId_idx" ON "HealthCard"("patientId");

-- CreateIndex
CREATE INDEX "RecordEntry_patientId_kind_occurredAt_idx" ON "RecordEntry"("patientId", "kind", "occurredAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RecordEntry_patientId_kind_fhirId_key" ON "RecordEntry"("patientId", "kind", "fhirId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsentText_kind_version_key" ON "ConsentText"("kind", "version");

-- CreateIndex
CREATE INDEX "Consent_patientId_accountId_idx" ON "Consent"("patientId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Prescription_number_key" ON "Prescription"("number");

-- CreateIndex
CREATE INDEX "Prescription_consultationId_idx" ON "Prescription"("consultationId");

-- CreateIndex
CREATE INDEX "Prescription_patientId_createdAt_idx" ON "Prescription"("patientId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Prescription_accountId_createdAt_idx" ON "Prescription"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Prescription_status_submittedAt_idx" ON "Prescription"("status", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionVersion_prescriptionId_number_key" ON "PrescriptionVersion"("prescriptionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionVersion_id_prescriberId_key" ON "PrescriptionVersion"("id", "prescriberId");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionItem_versionId_position_key" ON "PrescriptionItem"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionReview_versionId_key" ON "PrescriptionReview"("versionId");

-- CreateIndex
CREATE INDEX "PrescriptionReview_reviewerId_at_idx" ON "PrescriptionReview"("reviewerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PrescriptionReview_versionId_prescriberId_key" ON "PrescriptionReview"("versionId", "prescriberId");

-- CreateIndex
CREATE INDEX "Notice_accountId_at_idx" ON "Notice"("accountId", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_patientId_at_idx" ON "AuditEvent"("patientId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "Offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationEvent" ADD CONSTRAINT "ConsultationEvent_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockBatch" ADD CONSTRAINT "StockBatch_medicineId_fkey" FOREIGN KEY ("medicineId") REFERENCES "Medicine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "StockBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "StockBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doctor" ADD CONSTRAINT "Doctor_id_fkey" FOREIGN KEY ("id") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doctor" ADD CONSTRAINT "Doctor_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offering" ADD CONSTRAINT "Offering_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorDay" ADD CONSTRAINT "DoctorDay_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_prescriptionId_fkey" FOREIGN KEY ("prescriptionId") REFERENCES "Prescription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_carrierCode_fkey" FOREIGN KEY ("carrierCode") REFERENCES "Carrier"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_medicineId_fkey" FOREIGN KEY ("medicineId") REFERENCES "Medicine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarrierRate" ADD CONSTRAINT "CarrierRate_carrierCode_fkey" FOREIGN KEY ("carrierCode") REFERENCES "Carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_carrierCode_fkey" FOREIGN KEY ("carrierCode") REFERENCES "Carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentEvent" ADD CONSTRAINT "ShipmentEvent_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequest" ADD CONSTRAINT "ServiceRequest_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequestEntry" ADD CONSTRAINT "ServiceRequestEntry_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ServiceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientLink" ADD CONSTRAINT "PatientLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientLink" ADD CONSTRAINT "PatientLink_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthCard" ADD CONSTRAINT "HealthCard_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_consentTextId_fkey" FOREIGN KEY ("consentTextId") REFERENCES "ConsentText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prescription" ADD CONSTRAINT "Prescription_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prescription" ADD CONSTRAINT "Prescription_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionVersion" ADD CONSTRAINT "PrescriptionVersion_prescriptionId_fkey" FOREIGN KEY ("prescriptionId") REFERENCES "Prescription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionItem" ADD CONSTRAINT "PrescriptionItem_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PrescriptionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionItem" ADD CONSTRAINT "PrescriptionItem_medicineId_fkey" FOREIGN KEY ("medicineId") REFERENCES "Medicine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionReview" ADD CONSTRAINT "PrescriptionReview_prescriptionId_fkey" FOREIGN KEY ("prescriptionId") REFERENCES "Prescription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrescriptionReview" ADD CONSTRAINT "PrescriptionReview_versionId_prescriberId_fkey" FOREIGN KEY ("versionId", "prescriberId") REFERENCES "PrescriptionVersion"("id", "prescriberId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the diff of the schema cannot say: roles, checks, partial indexes, triggers.

-- Two roles (proof 16): the owner migrates; the application is hospital_app and cannot change or delete an audit row.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hospital_app') THEN CREATE ROLE hospital_app NOLOGIN; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO hospital_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO hospital_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO hospital_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hospital_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO hospital_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEvent" FROM hospital_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "PrescriptionVersion", "PrescriptionItem", "PrescriptionReview", "LedgerEntry", "StockMovement", "ConsultationEvent", "OrderEvent" FROM hospital_app;
REVOKE DELETE, TRUNCATE ON "Message", "Payment", "Refund", "Prescription", "Consultation", "Order" FROM hospital_app;

-- R10: five people an account; one living link to a person, one person a slot; one living card a person.
ALTER TABLE "PatientLink" ADD CONSTRAINT "PatientLink_slot_check" CHECK ("slot" BETWEEN 1 AND 5);
CREATE UNIQUE INDEX "PatientLink_live_slot" ON "PatientLink" ("accountId", "slot") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "PatientLink_live_person" ON "PatientLink" ("accountId", "patientId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "HealthCard_live_patient" ON "HealthCard" ("patientId") WHERE "unlinkedAt" IS NULL;
CREATE UNIQUE INDEX "HealthCard_live_number" ON "HealthCard" ("cardNumberDigest") WHERE "unlinkedAt" IS NULL;

-- Places of a day.
ALTER TABLE "Offering" ADD CONSTRAINT "Offering_numbers_check" CHECK ("feeFen" >= 0 AND "placesPerDay" >= 0 AND "acceptMinutes" > 0 AND "lengthMinutes" > 0 AND "turnLimit" > 0);
ALTER TABLE "DoctorDay" ADD CONSTRAINT "DoctorDay_taken_check" CHECK ("taken" >= 0 AND "taken" <= "places");

-- Consultations: one open conversation between a patient and a doctor for each service.
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_numbers_check" CHECK ("feeFen" >= 0 AND "lastSeq" >= 0 AND "turnsUsed" >= 0);
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_follow_up_check" CHECK ("service" <> 'follow_up' OR "visitFhirId" IS NOT NULL);
CREATE UNIQUE INDEX "Consultation_open" ON "Consultation" ("patientId", "doctorId", "service") WHERE "status" IN ('awaiting_payment', 'waiting', 'in_progress');
CREATE INDEX "Consultation_due" ON "Consultation" ("dueAt") WHERE "dueAt" IS NOT NULL;

-- Prescriptions: R15 one to three days, R14 at most five drugs, R20 reviewer is not the prescriber.
ALTER TABLE "PrescriptionVersion" ADD CONSTRAINT "PrescriptionVersion_valid_days_check" CHECK ("validDays" BETWEEN 1 AND 3);
ALTER TABLE "PrescriptionVersion" ADD CONSTRAINT "PrescriptionVersion_diagnosis_check" CHECK (cardinality("diagnosisCodes") > 0);
ALTER TABLE "PrescriptionItem" ADD CONSTRAINT "PrescriptionItem_numbers_check" CHECK ("position" BETWEEN 1 AND 5 AND "dose" > 0 AND "days" BETWEEN 1 AND 84 AND "packs" BETWEEN 1 AND 99 AND "unitPriceFen" >= 0);
ALTER TABLE "PrescriptionReview" ADD CONSTRAINT "PrescriptionReview_four_eyes_check" CHECK ("reviewerId" <> "prescriberId");
ALTER TABLE "Prescription" ADD CONSTRAINT "Prescription_claim_check" CHECK (("claimedById" IS NULL) = ("claimedUntil" IS NULL));

-- Orders: one living order a prescription; express has a carrier and an address; picker is not the checker (R20).
CREATE UNIQUE INDEX "Order_live" ON "Order" ("prescriptionId") WHERE "status" NOT IN ('lapsed', 'cancelled');
ALTER TABLE "Order" ADD CONSTRAINT "Order_money_check" CHECK ("medicineFen" >= 0 AND "deliveryFen" >= 0);
ALTER TABLE "Order" ADD CONSTRAINT "Order_express_check" CHECK ("fulfilment" <> 'express' OR ("carrierCode" IS NOT NULL AND "provinceCode" IS NOT NULL AND "addressSealed" IS NOT NULL AND "deliveryPayment" IS NOT NULL));
ALTER TABLE "Order" ADD CONSTRAINT "Order_four_eyes_check" CHECK ("checkedById" IS NULL OR "checkedById" <> "pickedById");
CREATE INDEX "Order_due" ON "Order" ("dueAt") WHERE "dueAt" IS NOT NULL;
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_numbers_check" CHECK ("packs" > 0 AND "unitPriceFen" >= 0);

-- Stock never goes below zero, nor below what is promised.
ALTER TABLE "StockBatch" ADD CONSTRAINT "StockBatch_quantity_check" CHECK ("quantity" >= 0 AND "reserved" >= 0 AND "reserved" <= "quantity");
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_quantity_check" CHECK ("quantity" > 0);

-- Money: one live payment a thing and purpose, belonging to one thing; refunds never above what was paid.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount_check" CHECK ("amountFen" > 0 AND "refundedFen" >= 0 AND "refundedFen" <= "amountFen");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_thing_check" CHECK (("purpose" = 'consultation_fee') = ("consultationId" IS NOT NULL) AND ("purpose" <> 'consultation_fee') = ("orderId" IS NOT NULL));
CREATE UNIQUE INDEX "Payment_live_consultation" ON "Payment" ("consultationId", "purpose") WHERE "status" IN ('pending', 'succeeded') AND "consultationId" IS NOT NULL;
CREATE UNIQUE INDEX "Payment_live_order" ON "Payment" ("orderId", "purpose") WHERE "status" IN ('pending', 'succeeded') AND "orderId" IS NOT NULL;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_check" CHECK ("amountFen" > 0);
CREATE INDEX "Outbox_due" ON "Outbox" ("nextAt", "id") WHERE "sentAt" IS NULL;
CREATE INDEX "Notice_unread" ON "Notice" ("accountId") WHERE "readAt" IS NULL;

-- The rows of a ledger transaction add up to zero, checked as it commits.
CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") FROM "LedgerEntry" WHERE "transactionId" = NEW."transactionId") <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE INDEX "LedgerEntry_transactionId_idx" ON "LedgerEntry" ("transactionId");
CREATE CONSTRAINT TRIGGER "LedgerEntry_balanced" AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();

-- Whoever owns the tables is refused too: signed content, reviews, money and audit are only ever appended.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "PrescriptionVersion_append_only" BEFORE UPDATE OR DELETE ON "PrescriptionVersion" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "PrescriptionItem_append_only" BEFORE UPDATE OR DELETE ON "PrescriptionItem" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "PrescriptionReview_append_only" BEFORE UPDATE OR DELETE ON "PrescriptionReview" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION append_only();

-- The worker is woken as soon as something waits in the outbox.
CREATE FUNCTION outbox_wakes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "Outbox_wakes" AFTER INSERT ON "Outbox" FOR EACH STATEMENT EXECUTE FUNCTION outbox_wakes();
