import { once } from "node:events";
import { createServer } from "node:net";
import { Trouble } from "./trouble";

/** Port and host as a server would take them; the port it got (`port` 0: any free one), or why it got none. */
async function probe(port: number, host: string): Promise<{ port: number } | { code: string }> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    const address = server.address();
    return { port: typeof address === "object" && address ? address.port : port };
  } catch (error) {
    return { code: error instanceof Error && "code" in error ? String(error.code) : "unknown" };
  } finally {
    server.close();
  }
}

/** Whether somebody listens there, or nobody may. A host that this machine does not have counts as free. */
export async function isTaken(port: number, host = "127.0.0.1"): Promise<boolean> {
  const found = await probe(port, host);
  return "code" in found && (found.code === "EADDRINUSE" || found.code === "EACCES");
}

/** The first free port from `first` up that is not among `except`. */
export async function freePort(first: number, except: readonly number[] = []): Promise<number> {
  for (let port = first; port < Math.min(first + 200, 65_536); port += 1)
    if (!except.includes(port) && !(await isTaken(port))) return port;
  throw new Trouble(`No port is free from ${first} on.`);
}

/** A port that is free now, from the range which the system gives out. */
export async function anyPort(): Promise<number> {
  const found = await probe(0, "127.0.0.1");
  if ("code" in found) throw new Trouble(`No port is to be had (${found.code}).`);
  return found.port;
}
