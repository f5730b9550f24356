import type { Role } from "./actor";

/** The things that a look or a deed can belong to, and so its reason. */
export type Occasion = "consultation" | "prescription" | "order";

/** One line of the audit about a person, with what it belongs to. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** A role, or `system:` and the part of the system. */
  readonly role: string;
  /** The reader of the list did it. */
  readonly isYou: boolean;
  readonly staff: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly action: string;
  readonly isAllowed: boolean;
  readonly occasion: { readonly kind: Occasion; readonly number: string; readonly isOwn: boolean } | null;
}

export type Who =
  | { readonly kind: "you" | "family" | "system" }
  | { readonly kind: "staff"; readonly role: Role; readonly nameZh: string; readonly nameEn: string };

/** Who stands behind a line: staff by name and role; whoever else acts for the same person only as family. */
export function whoOf({ role, isYou, staff }: Pick<AuditLine, "role" | "isYou" | "staff">): Who {
  if (isYou) return { kind: "you" };
  if (role.startsWith("system:")) return { kind: "system" };
  if (role === "patient" || !staff) return { kind: "family" };
  return { kind: "staff", role: role as Role, ...staff };
}

/** A line of the list: the same look several times in a row is one, with the first and the last time. */
export interface AccessEntry {
  readonly id: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
  readonly who: Who;
  readonly action: string;
  readonly isAllowed: boolean;
  /** Why: what it belonged to. The number of a thing that another account of the family holds stays there. */
  readonly reason: { readonly kind: Occasion; readonly number: string | null } | null;
}

const TOGETHER_MS = 60 * 60_000;

const sameDeed = (one: AccessEntry, other: AccessEntry) =>
  JSON.stringify([one.who, one.action, one.isAllowed, one.reason]) ===
  JSON.stringify([other.who, other.action, other.isAllowed, other.reason]);

/** The audit of a person, newest first, as the person reads it: a screen that was opened again within the hour stands there once. */
export function accessEntries(lines: readonly AuditLine[]): AccessEntry[] {
  const entries: AccessEntry[] = [];
  for (const line of lines) {
    const { id, at, action, isAllowed, occasion } = line;
    const reason = occasion && { kind: occasion.kind, number: occasion.isOwn ? occasion.number : null };
    const entry = { id, firstAt: at, lastAt: at, times: 1, who: whoOf(line), action, isAllowed, reason };
    const above = entries.at(-1);
    if (above && sameDeed(above, entry) && above.firstAt.getTime() - at.getTime() <= TOGETHER_MS)
      entries[entries.length - 1] = { ...above, firstAt: at, times: above.times + 1 };
    else entries.push(entry);
  }
  return entries;
}
