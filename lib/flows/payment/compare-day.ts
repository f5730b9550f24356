import "server-only";
import { recordBooks } from "@/lib/commands/reconciliation/record";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { compareBooks, missingAtGateway } from "@/lib/domain/books";
import { addDays, minuteOf } from "@/lib/domain/calendar";
import { gatewayEntries, isAtGateway } from "@/lib/gateways/payment-list";
import { bookedEntries } from "@/lib/queries/jobs/books";

/** Compares one day of the books with the gateway's own list of it, and keeps what came of it. `day` as a date column has it. */
export async function compareDay(now: Date, day: Date): Promise<void> {
  const [from, to] = [minuteOf(day, 0), minuteOf(addDays(day, 1), 0)];
  const listed = await gatewayEntries(from, to);
  const booked = await bookedEntries(
    listed.map(({ gatewayId }) => gatewayId),
    from,
    to,
  );
  const { differences, unlisted } = compareBooks(listed, booked);
  const missing = [];
  for (const entry of unlisted) if (!(await isAtGateway(entry))) missing.push(missingAtGateway(entry));
  await transact({ actor: systemActor("payments"), now }, recordBooks, {
    ...{ day, listed, differences: [...differences, ...missing] },
  });
}
