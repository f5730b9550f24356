/** Each slot ends a tenth above where it begins; the first holds what took less than a minute, the last what took longer than a month. */
const STEP = 1.1;
const MOST_MINUTES = 30 * 24 * 60;

/** Minutes at which the slots 1, 2, … begin; slot 0 lies below the first. */
export const slotEdges: readonly number[] = Array.from(
  { length: Math.ceil(Math.log(MOST_MINUTES) / Math.log(STEP)) + 1 },
  (_, index) => STEP ** index,
);

/** How many fell into each slot. */
export type Tallies = ReadonlyMap<number, number>;

export interface Slot {
  readonly fromMinutes: number;
  /** Infinity for the last. */
  readonly toMinutes: number;
}

/** The slot in which the value at `share` (0 to 1) of all lies, counted from the shortest; null where nothing was measured. */
export function quantileSlot(tallies: Tallies, share: number): Slot | null {
  const all = [...tallies.values()].reduce((sum, tally) => sum + tally, 0);
  if (all === 0) return null;
  const rank = Math.max(1, Math.ceil(share * all));
  let passed = 0;
  for (const slot of [...tallies.keys()].sort((one, other) => one - other)) {
    passed += tallies.get(slot) ?? 0;
    if (passed >= rank)
      return { fromMinutes: slotEdges[slot - 1] ?? 0, toMinutes: slotEdges[slot] ?? Number.POSITIVE_INFINITY };
  }
  return null;
}

/** Minutes that stand for a slot: its middle, or where the last one begins. */
export const slotMinutes = ({ fromMinutes, toMinutes }: Slot): number =>
  Number.isFinite(toMinutes) ? (fromMinutes + toMinutes) / 2 : fromMinutes;
