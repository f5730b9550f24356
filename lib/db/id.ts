import { v7 } from "uuid";

/** A new id that sorts by time (UUID version 7). */
export const newId = (): string => v7();

/**
 * The number people read out: a letter or two, the day, eight digits from the random part of the id.
 * A unique constraint stands behind it.
 */
export function humanNumber(prefix: "C" | "RX" | "O" | "TS", now: Date, id: string): string {
  const day = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(2, 10).replaceAll("-", "");
  const digits = (BigInt(`0x${id.replaceAll("-", "").slice(-12)}`) % 100_000_000n).toString().padStart(8, "0");
  return `${prefix}${day}${digits}`;
}
