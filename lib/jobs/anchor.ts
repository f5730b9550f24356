import "server-only";
import { anchorAudit } from "@/lib/db/sql/audit-chain";
import { log } from "@/lib/log";

/** Anchors the audit for the day that is over; the log keeps it outside of the database. Returns how many days. */
export async function anchorAuditDaily(now: Date): Promise<number> {
  const anchor = await anchorAudit(now);
  if (!anchor) return 0;
  log().info({ ...anchor, seq: String(anchor.seq) }, "audit anchor");
  return 1;
}
