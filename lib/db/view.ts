import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { db } from "./client";
import { type AuditEntry, emptyTrace, writeTrace } from "./trace";

/** The one thing a query writes: that somebody looked at a record. */
export async function recordView(actor: Actor, now: Date, entry: AuditEntry): Promise<void> {
  await writeTrace(db(), actor, now, { ...emptyTrace(), audit: [entry] });
}
