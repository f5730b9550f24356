import "server-only";
import type { Tx } from "./client";

const BLOCK = 100;
const ALL = 100_000_000n;

/** Eight digits for a count, scattered so that a number does not tell how many there are: all of a hundred million differ. */
export const scatter = (count: bigint): string =>
  ((count * 61_803_399n + 27_182_818n) % ALL).toString().padStart(8, "0");

let next = 0n;
let end = 0n;

/**
 * The number people read out: a letter or two, the day in the hospital, eight digits. Taken from the database a block at a time, by
 * the statement's own connection, so that no two processes ever give the same.
 */
export async function humanNumber(
  tx: Pick<Tx, "$queryRaw">,
  prefix: "C" | "RX" | "O" | "TS",
  now: Date,
): Promise<string> {
  if (next >= end) {
    const [row] = await tx.$queryRaw<{ first: bigint }[]>`SELECT nextval('"HumanNumber"') AS first`;
    if (!row) throw new Error("the sequence of numbers gave none");
    next = row.first;
    end = next + BigInt(BLOCK);
  }
  const count = next;
  next += 1n;
  const day = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(2, 10).replaceAll("-", "");
  return `${prefix}${day}${scatter(count)}`;
}
