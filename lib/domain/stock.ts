import { addDays, dateColumn, shanghaiDay } from "./calendar";

/** Fewer free packs than this are worth a word. */
export const LOW_PACKS = 5;

/** Days before its expiry from which on a batch should go first. */
export const NEAR_DAYS = 30;

/** R25: nothing expired is ever issued. The day of expiry itself is too late. */
export function batchState(expiresOn: Date, now: Date): "expired" | "near" | "good" {
  if (expiresOn <= dateColumn(shanghaiDay(now))) return "expired";
  return expiresOn <= addDays(dateColumn(shanghaiDay(now)), NEAR_DAYS) ? "near" : "good";
}
