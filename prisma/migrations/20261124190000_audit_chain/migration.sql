CREATE TABLE "AuditLink" (
    "seq" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("seq")
);
CREATE UNIQUE INDEX "AuditLink_eventId_key" ON "AuditLink"("eventId");

CREATE TABLE "AuditAnchor" (
    "day" DATE NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditAnchor_pkey" PRIMARY KEY ("day")
);

CREATE TABLE "AuditCheck" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "checked" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,
    "byId" UUID,

    CONSTRAINT "AuditCheck_pkey" PRIMARY KEY ("id")
);

REVOKE UPDATE, DELETE, TRUNCATE ON "AuditLink", "AuditAnchor", "AuditCheck" FROM hospital_app;

CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at" DESC, "id" DESC);
CREATE INDEX "AuditEvent_denied_idx" ON "AuditEvent"("at" DESC, "id" DESC) WHERE NOT "isAllowed";

CREATE TRIGGER "AuditLink_append_only" BEFORE UPDATE OR DELETE ON "AuditLink" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "AuditAnchor_append_only" BEFORE UPDATE OR DELETE ON "AuditAnchor" FOR EACH ROW EXECUTE FUNCTION append_only();
