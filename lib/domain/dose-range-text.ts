import type { DoseRange } from "./screened";

/**
 * Ranges of the label as one writes them in a cell or a field: `child 6-143 kg 0.25-0.5/2; kidney *-* dose *-2/4`: for whom, from and to
 * which completed month, per kilogram or as a dose, the least and the most at once, the most a day. `*`: no limit.
 */
const SHAPE =
  /^(child|kidney|liver|pregnancy|lactation) (\*|\d{1,4})-(\*|\d{1,4}) (kg|dose) (\*|\d{1,5}(?:\.\d{1,3})?)-(\d{1,5}(?:\.\d{1,3})?)\/(\d{1,5}(?:\.\d{1,3})?)$/;

const limit = (text: string | undefined) => (text === undefined || text === "*" ? null : Number(text));
const shown = (value: number | null) => (value === null ? "*" : String(value));

const isSound = ({ minAgeMonths, maxAgeMonths, minSingle, maxSingle, maxDaily }: DoseRange) =>
  (minAgeMonths ?? 0) <= (maxAgeMonths ?? Number.POSITIVE_INFINITY) &&
  (minSingle ?? 0) <= maxSingle &&
  maxSingle > 0 &&
  maxSingle <= maxDaily;

/** The ranges of such a text, or null where a part of it cannot be read or makes no sense. */
export function readDoseRanges(text: string): DoseRange[] | null {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const ranges = parts.map((part): DoseRange | null => {
    const [, population, from, to, basis, least, most, daily] = SHAPE.exec(part) ?? [];
    if (!population) return null;
    const range = {
      ...{ population, minAgeMonths: limit(from), maxAgeMonths: limit(to), isPerKg: basis === "kg" },
      ...{ minSingle: limit(least), maxSingle: Number(most), maxDaily: Number(daily) },
    };
    return isSound(range) ? range : null;
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** The text of ranges, in an order of its own: equal ranges have equal texts. */
export const doseRangesText = (ranges: readonly DoseRange[]): string =>
  ranges
    .map(
      ({ population, minAgeMonths, maxAgeMonths, isPerKg, minSingle, maxSingle, maxDaily }) =>
        `${population} ${shown(minAgeMonths)}-${shown(maxAgeMonths)} ${isPerKg ? "kg" : "dose"} ${shown(minSingle)}-${maxSingle}/${maxDaily}`,
    )
    .sort()
    .join("; ");
