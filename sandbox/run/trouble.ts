/** Something that the person at the terminal can put right: shown as its one line, without a stack. */
export class Trouble extends Error {}

/** Runs a command of ours; a failure is one line on stderr and exit code 1. `DEBUG=1` adds where it came from. */
export async function orExplain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${reason(error)}\n`);
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}

/** What went wrong, in words. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return reason(error.errors[0]);
  if (error instanceof Error && error.name === "AbortError") return "Interrupted.";
  return error instanceof Error ? error.message : String(error);
}
