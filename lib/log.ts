import pino from "pino";
import { env } from "./env";

let logger: pino.Logger | undefined;

/**
 * The process's log: JSON lines with codes and ids. Personal data never goes in: log an id, an error's name, a count;
 * of an error only its type and where it was thrown (database errors quote values in their text).
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    serializers: { err: (error: unknown) => withoutText(error) },
  });
  return logger;
}

function withoutText(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: error.name, code, at: frames?.map((line) => line.trim()) };
}
