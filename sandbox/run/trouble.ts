/** Something that the person at the terminal can put right: shown as its one line, without a stack. */
export class Trouble extends Error {}

/** Runs a command of ours; a failure is one line on stderr and exit code 1. */
export async function orExplain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(
      `${error instanceof Trouble || !(error instanceof Error) ? message(error) : unexpected(error)}\n`,
    );
    process.exitCode = 1;
  }
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

const unexpected = (error: Error) => (process.env.DEBUG ? error.stack : `${error.message} (DEBUG=1 shows where)`);
