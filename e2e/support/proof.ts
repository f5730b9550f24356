import type { TestInfo } from "@playwright/test";

/** `npm run proof` asks for the stated numbers; inside `npm test` the same runs small. */
export const isFull = process.env.PROOF === "full";

/** How many: in a full run, and in a small one. */
export const sized = (full: number, small: number): number => (isFull ? full : small);

/** The seed of this run: `npm run proof -- --seed N` repeats one. */
export const seed = (): number => Number(process.env.PROOF_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function chances(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A row of the table that `npm run proof` prints. */
export function report(
  info: TestInfo,
  row: { readonly goal: string; readonly reached: string; readonly seed: number },
) {
  for (const [type, description] of Object.entries(row))
    info.annotations.push({ type, description: String(description) });
  process.stdout.write(`${info.title.split(":")[0]}: ${row.reached} (goal: ${row.goal}; seed ${row.seed})\n`);
}

/** `done` of `all`, on one line of the terminal; nothing where nobody watches. */
export function progress(done: number, all: number): void {
  if (!isFull || !process.stdout.isTTY) return;
  const width = Math.round((done / all) * 40);
  process.stdout.write(`\r[${"█".repeat(width)}${" ".repeat(40 - width)}] ${done}/${all}${done === all ? "\n" : ""}`);
}

/** Works through all, so many at a time. */
export async function inTurns<One>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
