import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { RealtimeEvent } from "@/lib/domain/realtime";
import { rowMac } from "./audit-mac";
import type { Tx } from "./client";
import { newId } from "./id";

/** One thing that was done or looked at: by whom is the actor of the transaction. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly patientId?: string | null;
  readonly isAllowed?: boolean;
  readonly detail?: Record<string, string | number | boolean | null>;
}

/** A notice to an account: kind and values without clinical words (R32), and where it leads. */
export interface NoticeEntry {
  readonly accountId: string;
  readonly kind: string;
  readonly params: Record<string, string | number>;
  readonly path: string;
}

export interface Trace {
  readonly audit: AuditEntry[];
  readonly realtime: RealtimeEvent[];
  readonly notices: NoticeEntry[];
  /** Refund ids whose money is to be sent back. */
  readonly refunds: string[];
  /** Storage keys whose bytes are to be erased. */
  readonly erasures: string[];
}

export const emptyTrace = (): Trace => ({ audit: [], realtime: [], notices: [], refunds: [], erasures: [] });

/** How long the writer's own process has before the worker takes an outbox row over. */
export const GRACE_MS = 1_000;

function auditRows(actor: Actor, now: Date, entries: AuditEntry[]) {
  return entries.map((entry) => {
    const row = {
      at: now.toISOString(),
      actorId: actor.accountId,
      actorRole: actor.role === "system" ? `system:${actor.name}` : actor.role,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      patientId: entry.patientId ?? null,
      isAllowed: entry.isAllowed ?? true,
      detail: entry.detail ?? {},
    };
    return { ...row, mac: rowMac(row) };
  });
}

/**
 * Writes what a piece of work leaves behind (audit, notices, outbox) as one statement of its transaction.
 * Returns the ids of the outbox rows, for the writer's process to deliver at once.
 */
export async function writeTrace(tx: Tx, actor: Actor, now: Date, trace: Trace): Promise<bigint[]> {
  const notices = trace.notices.map((notice) => ({ id: newId(), ...notice }));
  const outbox = [
    ...trace.realtime.map((event) => ({ topic: "realtime", payload: event })),
    ...notices.map(({ id, accountId }) => ({
      topic: "realtime",
      payload: { channel: `private-account-${accountId}`, event: "notice", data: { id } },
    })),
    ...notices.map(({ id }) => ({ topic: "wechat", payload: { noticeId: id } })),
    ...trace.refunds.map((refundId) => ({ topic: "refund", payload: { refundId } })),
    ...trace.erasures.map((storageKey) => ({ topic: "erasure", payload: { storageKey } })),
  ];
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    WITH audit AS (
      INSERT INTO "AuditEvent" ("at", "actorId", "actorRole", "action", "subjectType", "subjectId", "patientId", "isAllowed", "detail", "mac")
      SELECT "at", "actorId", "actorRole", "action", "subjectType", "subjectId", "patientId", "isAllowed", "detail", "mac"
      FROM jsonb_to_recordset(${JSON.stringify(auditRows(actor, now, trace.audit))}::jsonb) AS x(
        "at" timestamptz, "actorId" uuid, "actorRole" text, "action" text, "subjectType" text, "subjectId" text,
        "patientId" uuid, "isAllowed" boolean, "detail" jsonb, "mac" text)
    ), notices AS (
      INSERT INTO "Notice" ("id", "accountId", "kind", "params", "path", "at")
      SELECT "id", "accountId", "kind", "params", "path", ${now}
      FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) AS x(
        "id" uuid, "accountId" uuid, "kind" text, "params" jsonb, "path" text)
    )
    INSERT INTO "Outbox" ("topic", "payload", "createdAt", "nextAt")
    SELECT "topic", "payload", ${now}, ${new Date(now.getTime() + GRACE_MS)}
    FROM jsonb_to_recordset(${JSON.stringify(outbox)}::jsonb) AS x("topic" text, "payload" jsonb)
    RETURNING "id"`;
  return rows.map((row) => row.id);
}
