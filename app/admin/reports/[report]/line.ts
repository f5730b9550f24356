import "server-only";
import { dayAfter } from "@/lib/domain/calendar";
import type { Period } from "@/lib/domain/report-period";

/** Every day (YYYY-MM-DD) or month (YYYY-MM) of a period: what has no rows is drawn as nothing. */
export function lineOf({ from, to }: Period, isDaily: boolean): string[] {
  const labels: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    const label = isDaily ? day : day.slice(0, 7);
    if (labels.at(-1) !== label) labels.push(label);
  }
  return labels;
}
