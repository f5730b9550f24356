import path from "node:path";
import { answers, type Env, launch, untilReady } from "./child";
import { type Cluster, serverReady, spawnServer } from "./postgres";
import type { Part } from "./supervise";

const NEXT = "node_modules/next/dist/bin/next";
const asScript = ["--conditions=react-server", "--import", "tsx"];

/** The memory that pictures took while they were drawn anew goes back to the system at once (glibc alone reads these). */
const givesBackMemory = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

/** What the parts of the application need to know. */
export interface Place {
  readonly env: Env;
  readonly logs: string;
  readonly host: string;
  readonly port: number;
  /** With hot reload, and its output on the terminal. */
  readonly isDev: boolean;
}

export const postgresPart = (cluster: Cluster): Part => ({
  name: "database",
  spawn: () => spawnServer(cluster),
  ready: (server) => serverReady(cluster, server),
  // "Fast": ends open transactions and connections, and leaves the data whole.
  stopSignal: "SIGINT",
  stopWithin: 60_000,
});

export function standInsPart({ env, logs }: Place, ports: readonly number[]): Part {
  const log = path.join(logs, "stand-ins.log");
  return {
    name: "stand-ins",
    log,
    spawn: () => launch({ args: ["--import", "tsx", "sandbox/run/stand-ins.ts"], env, log }),
    ready: async (child) => {
      for (const port of ports) await untilReady(child, answers(`http://127.0.0.1:${port}/health`), log);
    },
    stopSignal: "SIGTERM",
    stopWithin: 10_000,
  };
}

export function workerPart({ env, logs, isDev }: Place): Part {
  const log = path.join(logs, "worker.log");
  const NODE_ENV = isDev ? "development" : "production";
  return {
    name: "worker",
    log,
    spawn: () =>
      launch({ args: [...asScript, "lib/jobs/worker.ts"], env: { ...env, NODE_ENV, PGAPPNAME: "worker" }, log }),
    // It answers nobody, so there is nothing to wait for; should it not come up, the supervisor says so.
    ready: undefined,
    stopSignal: "SIGTERM",
    stopWithin: 20_000,
  };
}

export function webPart({ env, logs, host, port, isDev }: Place): Part {
  const log = isDev ? undefined : path.join(logs, "web.log");
  const NODE_ENV = isDev ? "development" : "production";
  const args = [NEXT, isDev ? "dev" : "start", "--hostname", host, "--port", String(port)];
  return {
    name: "web server",
    log,
    spawn: () => launch({ args, env: { ...env, NODE_ENV, PGAPPNAME: "web", ...givesBackMemory }, log }),
    ready: (child) => untilReady(child, answers(`http://${reachable(host)}:${port}/api/health`), log),
    stopSignal: "SIGTERM",
    stopWithin: 15_000,
  };
}

/** Where this machine reaches a server that listens on `host`. */
const reachable = (host: string) => (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host);
