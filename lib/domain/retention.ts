import { z } from "zod";
import { dateColumn, shanghaiDay } from "./calendar";
import type { SourceId } from "./rules";

export const keptKinds = ["record", "conversation", "prescription", "sale", "consent"] as const;
export type KeptKind = (typeof keptKinds)[number];

interface Term {
  readonly years: number;
  readonly rule: "R7" | "R28";
  readonly source: SourceId;
}

/**
 * For how long what a hospital made in treating somebody is kept at the least, and who says so (R28). What was agreed to is
 * evidence (R7): it stays as long as the record that it belongs to.
 */
export const retention: Readonly<Record<KeptKind, Term>> = {
  record: { years: 15, rule: "R28", source: "supervision" },
  conversation: { years: 3, rule: "R28", source: "supervision" },
  prescription: { years: 1, rule: "R28", source: "prescriptions" },
  sale: { years: 5, rule: "R28", source: "onlineSale" },
  consent: { years: 15, rule: "R7", source: "diagnosis" },
};

/** The last calendar day (`YYYY-MM-DD`, Asia/Shanghai) on which something of this moment is kept: the day's return after its years. */
export function keptUntil(kind: KeptKind, at: Date): string {
  const day = dateColumn(shanghaiDay(at));
  // The 29th of February comes back on the first of March where the year has none: never a day too early.
  day.setUTCFullYear(day.getUTCFullYear() + retention[kind].years);
  return day.toISOString().slice(0, 10);
}

/** The day before which everything of a kind may be destroyed: what ended on it is still kept. */
export function lastDestroyableDay(kind: KeptKind, now: Date): string {
  const today = shanghaiDay(now);
  const day = dateColumn(today);
  day.setUTCFullYear(day.getUTCFullYear() - retention[kind].years);
  return day.toISOString().slice(0, 10);
}

/** How many things there are of a kind, and the moments from which the first and the last of them count. */
export interface Tally {
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const day = z.iso.date();

const kept = z.object({
  kind: z.enum(keptKinds),
  count: z.int(),
  /** The last day of the oldest and of the newest. */
  first: day,
  last: day,
  rule: z.enum(["R7", "R28"]),
});
export type Kept = z.output<typeof kept>;

/** Stands where a name was. */
export const NOBODY = "—";

/** What goes with a deletion. */
export const goneKinds = ["record", "card", "draft", "picture", "notice", "link", "identity", "account"] as const;
export type GoneKind = (typeof goneKinds)[number];

export const DeletionOutcome = z.object({
  gone: z.array(z.object({ kind: z.enum(goneKinds), count: z.int() })),
  kept: z.array(kept),
  /** Name and number stay with what is kept. */
  keepsIdentity: z.boolean(),
  /** Another account acts for the person: the record's copy and the card stay for it. */
  isShared: z.boolean(),
});
export type DeletionOutcome = z.output<typeof DeletionOutcome>;

/** What is there about a person, counted for one account. */
export interface Holdings {
  readonly counts: Readonly<Record<"record" | "card" | "draft" | "picture" | "notice", number>>;
  readonly tallies: Readonly<Partial<Record<KeptKind, Tally>>>;
  readonly isShared: boolean;
  /** Nobody's account holds anything of the person that must be kept. */
  readonly isFree: boolean;
}

/** What a deletion takes away and what it leaves, until when, by which rule (R28, R31; PIPL 47). */
export function deletionOutcome(held: Holdings, closesAccount: boolean): DeletionOutcome {
  const isLast = !held.isShared;
  const keepsIdentity = held.isShared || !held.isFree;
  const gone: { kind: GoneKind; count: number }[] = [
    ...(isLast ? (["record", "card"] as const) : []).map((kind) => ({ kind, count: held.counts[kind] })),
    ...(["draft", "picture", "notice"] as const).map((kind) => ({ kind, count: held.counts[kind] })),
    { kind: "link", count: 1 },
    { kind: "identity", count: keepsIdentity ? 0 : 1 },
    { kind: "account", count: closesAccount ? 1 : 0 },
  ];
  const stays = keptKinds.flatMap((kind): Kept[] => {
    const tally = held.tallies[kind];
    if (!tally || tally.count === 0) return [];
    const [first, last] = [keptUntil(kind, tally.firstAt), keptUntil(kind, tally.lastAt)];
    return [{ kind, count: tally.count, first, last, rule: retention[kind].rule }];
  });
  return { gone: gone.filter(({ count }) => count > 0), kept: stays, keepsIdentity, isShared: held.isShared };
}

/** Whether the term of something kept until `lastDay` is over: from the day after it on. */
export const isTermOver = (lastDay: string, now: Date): boolean => shanghaiDay(now) > lastDay;
