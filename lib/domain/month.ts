import { startOfDay } from "./calendar";

/** The first moment of a month of the hospital (`2026-11`), and of the one after. */
export function monthBounds(month: string): readonly [from: Date, to: Date] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return [startOfDay(`${month}-01`), startOfDay(`${next}-01`)];
}

/** The month of a day, and so many before it, the newest first. */
export function monthsBack(day: string, count: number): string[] {
  const [year = 0, number = 0] = day.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + number - 1 - back;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  });
}
