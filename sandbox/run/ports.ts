import { createServer } from "node:net";
import { Trouble } from "./trouble";

/** Whether nobody listens on this port of 127.0.0.1 (0: any free one); the port, or undefined. */
export async function tryPort(port: number, host = "127.0.0.1"): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** The first free port from `first` up that is not among `taken`. */
export async function freePort(first: number, taken: readonly number[] = [], host?: string): Promise<number> {
  for (let port = first; port < Math.min(first + 200, 65_536); port += 1)
    if (!taken.includes(port) && (await tryPort(port, host)) !== undefined) return port;
  throw new Trouble(`No port is free from ${first} on.`);
}

/** A port that is free now, from the range which the system gives out. */
export async function anyPort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new Trouble("No port is free.");
  return port;
}
