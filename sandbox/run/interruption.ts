const LOOK_EVERY_MS = 500;

/** Aborts when this process is told to end, or whoever started it is gone. What then is up to the holder of the signal. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interrupted.abort());
  // A terminal that is gone must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && interrupted.abort(), LOOK_EVERY_MS).unref();
  return interrupted.signal;
}
