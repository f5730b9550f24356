import { open, stat } from "node:fs/promises";

interface Line {
  readonly application_name?: string;
  readonly message?: string;
}

function logFile(): string {
  const file = process.env.STATEMENT_LOG;
  if (!file) throw new Error("STATEMENT_LOG is not set: run the browser tests by npm run e2e");
  return file;
}

/** Statements that the web server sends while `work` runs, in order. Nobody else may use it meanwhile. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const file = logFile();
  const { size: start } = await stat(file);
  await work();
  const { size: end } = await stat(file);
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer
      .toString("utf8")
      .split("\n")
      .filter(Boolean)
      .map((line): Line => JSON.parse(line))
      .filter((line) => line.application_name === "web")
      .flatMap(({ message = "" }) => /^(?:execute [^:]*|statement): ([\s\S]*)$/.exec(message)?.[1] ?? []);
  } finally {
    await handle.close();
  }
}
