import "server-only";
import { BOOKS_DAYS } from "@/lib/domain/books";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { compareDay } from "@/lib/flows/payment/compare-day";
import { daysWithoutBooks } from "@/lib/queries/jobs/books";

/** Compares each of the last days that nobody has compared yet with the gateway's list. Returns how many. */
export async function compareBooksByDay(now: Date): Promise<number> {
  const today = dateColumn(shanghaiDay(now));
  const days = Array.from({ length: BOOKS_DAYS }, (_, index) => addDays(today, index - BOOKS_DAYS));
  const open = await daysWithoutBooks(days);
  for (const day of open) await compareDay(now, day);
  return open.length;
}
