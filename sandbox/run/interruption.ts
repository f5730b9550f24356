/** Aborts when this process is told to end. From then on it is up to whoever holds the signal. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interrupted.abort());
  return interrupted.signal;
}
