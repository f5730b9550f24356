import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { Trouble } from "./trouble";

/** Why a server would not get this port there; nothing when it would. */
async function probe(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    server.close();
  }
}

/** Whether somebody listens there, or nobody may. A host that this machine does not have counts as free. */
export async function isTaken(port: number, host = "127.0.0.1"): Promise<boolean> {
  return ["EADDRINUSE", "EACCES"].includes((await probe(port, host)) ?? "");
}

/** The first free port from `first` up that is not among `except`. */
export async function freePort(first: number, except: readonly number[] = []): Promise<number> {
  for (let port = first; port < Math.min(first + 200, 65_536); port += 1)
    if (!except.includes(port) && !(await isTaken(port))) return port;
  throw new Trouble(`No port is free from ${first} on.`);
}

const given: number[] = [];

/** A free port that this process has not given out before, below the range from which systems number what dials out. */
export async function anyPort(): Promise<number> {
  const port = await freePort(randomInt(15_000, 32_000), given);
  if (given.includes(port)) return anyPort();
  given.push(port);
  return port;
}
