import "server-only";
import { createHmac } from "node:crypto";
import { canonicalJson, type Json } from "@/lib/domain/canonical";
import { env } from "@/lib/env";

/** A row of the audit as it is written. */
export interface AuditRow {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly patientId: string | null;
  readonly isAllowed: boolean;
  readonly detail: Readonly<Record<string, Json>>;
}

const keyed = (purpose: "row" | "link", text: string): string =>
  createHmac("sha256", Buffer.from(env().AUDIT_MAC_KEY, "base64")).update(`${purpose}\0${text}`).digest("base64url");

/** Rows from before the chain bear another keyed hash, which the order of their fields went into; the chain covers them. */
const MARK = "2.";

/** The keyed hash of a row, which covers it until it stands in the chain. */
export const rowMac = (row: AuditRow): string => MARK + keyed("row", canonicalJson({ ...row }));

/** Whether a stored row is what was written. */
export const isWhole = (row: AuditRow, mac: string): boolean => !mac.startsWith(MARK) || rowMac(row) === mac;

/** The keyed hash of a place in the chain: the place, the one before it, and all of the row. */
export const linkHash = (seq: bigint, before: string, eventId: bigint, row: AuditRow, mac: string): string =>
  keyed("link", [seq, before, eventId, mac, canonicalJson({ ...row })].join("\n"));

/** What the first link is bound to. */
export const GENESIS = "genesis";
