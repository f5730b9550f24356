-- CreateEnum
CREATE TYPE "SignInMethod" AS ENUM ('password', 'code', 'wechat', 'passkey');

-- CreateEnum
CREATE TYPE "CodePurpose" AS ENUM ('sign_in', 'set_password', 'bind_wechat', 'change_phone');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('pending', 'approved', 'rejected', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "DeletionStatus" AS ENUM ('open', 'carried_out', 'rejected', 'withdrawn');

-- AlterEnum
ALTER TYPE "AccountStatus" ADD VALUE 'invited';

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "isByGuardian" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'zh-CN',
ADD COLUMN     "mac" TEXT;

-- AlterTable
ALTER TABLE "ConsentText" ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishedById" UUID;

-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "intake" JSONB;

-- AlterTable
ALTER TABLE "Patient" ADD COLUMN     "recordSyncedTo" TIMESTAMPTZ(3),
ADD COLUMN     "recordWholeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PatientLink" ADD COLUMN     "isGuardian" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "RecordEntry" ADD COLUMN     "fetchedAt" TIMESTAMPTZ(3),
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "versionId" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "actingForId" UUID,
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" "SignInMethod" NOT NULL DEFAULT 'password',
ADD COLUMN     "stepUpAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "licenceExpiresOn" DATE;

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" UUID NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "phoneDigest" TEXT NOT NULL,
    "codeDigest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "challenge" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "codeDigest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "totpSealed" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentityConfirmation" (
    "accountId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "method" "SignInMethod" NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdentityConfirmation_pkey" PRIMARY KEY ("accountId","day")
);

-- CreateTable
CREATE TABLE "WechatFollower" (
    "openId" TEXT NOT NULL,
    "isFollowing" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatFollower_pkey" PRIMARY KEY ("openId")
);

-- CreateTable
CREATE TABLE "BookingDraft" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "pictureIds" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BookingDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatientClaim" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "relation" "Relation" NOT NULL,
    "isGuardian" BOOLEAN NOT NULL DEFAULT false,
    "status" "ClaimStatus" NOT NULL DEFAULT 'pending',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,

    CONSTRAINT "PatientClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeletionRequest" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "status" "DeletionStatus" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,
    "whySealed" TEXT,
    "closesAccount" BOOLEAN NOT NULL DEFAULT false,
    "outcome" JSONB,

    CONSTRAINT "DeletionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OneTimeCode_phoneDigest_purpose_createdAt_idx" ON "OneTimeCode"("phoneDigest", "purpose", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_accountId_idx" ON "Passkey"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "PasskeyChallenge_challenge_key" ON "PasskeyChallenge"("challenge");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_accountId_codeDigest_key" ON "RecoveryCode"("accountId", "codeDigest");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenDigest_key" ON "Invitation"("tokenDigest");

-- CreateIndex
CREATE INDEX "Invitation_accountId_idx" ON "Invitation"("accountId");

-- CreateIndex
CREATE INDEX "BookingDraft_updatedAt_idx" ON "BookingDraft"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "BookingDraft_accountId_patientId_offeringId_key" ON "BookingDraft"("accountId", "patientId", "offeringId");

-- CreateIndex
CREATE INDEX "PatientClaim_patientId_status_idx" ON "PatientClaim"("patientId", "status");

-- CreateIndex
CREATE INDEX "PatientClaim_accountId_idx" ON "PatientClaim"("accountId");

-- CreateIndex
CREATE INDEX "DeletionRequest_patientId_idx" ON "DeletionRequest"("patientId");

-- CreateIndex
CREATE INDEX "DeletionRequest_status_dueAt_idx" ON "DeletionRequest"("status", "dueAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_actingForId_fkey" FOREIGN KEY ("actingForId") REFERENCES "Patient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityConfirmation" ADD CONSTRAINT "IdentityConfirmation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingDraft" ADD CONSTRAINT "BookingDraft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingDraft" ADD CONSTRAINT "BookingDraft_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientClaim" ADD CONSTRAINT "PatientClaim_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientClaim" ADD CONSTRAINT "PatientClaim_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeletionRequest" ADD CONSTRAINT "DeletionRequest_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the diff of the schema cannot say.

-- One open claim of an account for a person, one open request for deletion.
CREATE UNIQUE INDEX "PatientClaim_open" ON "PatientClaim" ("patientId", "accountId") WHERE "status" = 'pending';
CREATE UNIQUE INDEX "DeletionRequest_open" ON "DeletionRequest" ("patientId", "accountId") WHERE "status" = 'open';
ALTER TABLE "PatientClaim" ADD CONSTRAINT "PatientClaim_decision_check" CHECK (("status" = 'pending') = ("decidedAt" IS NULL));
ALTER TABLE "DeletionRequest" ADD CONSTRAINT "DeletionRequest_decision_check" CHECK (("status" = 'open') = ("decidedAt" IS NULL));

-- A code dies with its fifth miss.
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_misses_check" CHECK ("misses" BETWEEN 0 AND 5);
ALTER TABLE "BookingDraft" ADD CONSTRAINT "BookingDraft_pictures_check" CHECK (cardinality("pictureIds") <= 9);

-- What was agreed to stays as evidence (R7, R28).
REVOKE DELETE, TRUNCATE ON "ConsentText", "Consent", "PatientClaim", "DeletionRequest", "IdentityConfirmation" FROM hospital_app;

-- Of each kind one text is in force at a time: its version is the newest, or ends when the next one begins.
ALTER TABLE "ConsentText" ADD COLUMN "supersededAt" TIMESTAMPTZ(3);
CREATE UNIQUE INDEX "ConsentText_newest" ON "ConsentText" ("kind") WHERE "supersededAt" IS NULL;

-- What was published, and what was agreed to, never changes; only the end of either is written, once.
CREATE TRIGGER "ConsentText_stands" BEFORE UPDATE ON "ConsentText" FOR EACH ROW
  WHEN ((OLD."id", OLD."kind", OLD."version", OLD."titleZh", OLD."titleEn", OLD."bodyZh", OLD."bodyEn", OLD."sha256", OLD."publishedById", OLD."publishedAt")
    IS DISTINCT FROM (NEW."id", NEW."kind", NEW."version", NEW."titleZh", NEW."titleEn", NEW."bodyZh", NEW."bodyEn", NEW."sha256", NEW."publishedById", NEW."publishedAt")
    OR (OLD."supersededAt" IS NOT NULL AND OLD."supersededAt" IS DISTINCT FROM NEW."supersededAt"))
  EXECUTE FUNCTION append_only();
CREATE TRIGGER "ConsentText_stays" BEFORE DELETE ON "ConsentText" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "Consent_stands" BEFORE UPDATE ON "Consent" FOR EACH ROW
  WHEN ((OLD."id", OLD."consentTextId", OLD."accountId", OLD."patientId", OLD."sha256", OLD."locale", OLD."isByGuardian", OLD."agreedAt", OLD."mac")
    IS DISTINCT FROM (NEW."id", NEW."consentTextId", NEW."accountId", NEW."patientId", NEW."sha256", NEW."locale", NEW."isByGuardian", NEW."agreedAt", NEW."mac")
    OR (OLD."withdrawnAt" IS NOT NULL AND OLD."withdrawnAt" IS DISTINCT FROM NEW."withdrawnAt"))
  EXECUTE FUNCTION append_only();

-- Whether a follow-up's diagnosis is on neither list of the department: the doctor decides.
ALTER TABLE "Consultation" ADD COLUMN "visitUnlisted" BOOLEAN NOT NULL DEFAULT false;
