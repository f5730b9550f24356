import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, binaries } from "./postgres-binaries";
import { Trouble } from "./trouble";

export const SUPERUSER = "postgres";
const VERSION = "18";
const START_WITHIN_MS = 60_000;

export interface Cluster {
  readonly folder: string;
  readonly port: number;
  /** The superuser's password, of this install alone. */
  readonly password: string;
  /** Further settings, as `name=value`. */
  readonly settings?: string[];
}

/** Connection string of the superuser, or of `login`, on this machine. */
export function clusterUrl(
  cluster: Cluster,
  database: string,
  login = { user: SUPERUSER, password: cluster.password },
) {
  return `postgresql://${login.user}:${login.password}@127.0.0.1:${cluster.port}/${database}`;
}

/** Makes an empty PostgreSQL 18 in the folder if there is none. An interrupted attempt leaves no half of one behind. */
export function createCluster({ folder, password }: Cluster): void {
  if (existsSync(folder)) return;
  const programs = binaries(folder);
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(tmpdir(), `pg-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    for (const owned of [unfinished, passwordFile])
      if (programs.owner) chownSync(owned, programs.owner.uid, programs.owner.gid);
    initdb(programs, ["-D", unfinished, "-U", SUPERUSER, `--pwfile=${passwordFile}`]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

function initdb(programs: Binaries, args: string[]) {
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const { file, args: all, options } = programs.command("initdb", ["--auth=scram-sha-256", ...locale, ...args]);
  const { status, stderr, error } = spawnSync(file, all, { ...options, encoding: "utf8" });
  if (status === 0) return;
  throw new Trouble(`PostgreSQL could not be set up: ${error?.message ?? lastLine(stderr)}`);
}

/**
 * Starts the server and waits until it takes connections. It stands in a process group of its own, so that Ctrl-C at
 * the terminal reaches it through us alone, after those who use it. Stop it with SIGINT (ends open transactions).
 */
export async function startServer(cluster: Cluster): Promise<ChildProcess> {
  const { folder } = cluster;
  checkFolder(folder);
  const logFile = path.join(folder, "server.log");
  const log = openSync(logFile, "w");
  const settings = [
    ...[`port=${cluster.port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"],
    ...(cluster.settings ?? []),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const { file, args, options } = binaries(folder).command("postgres", ["-D", folder, ...flags]);
  const server = spawn(file, args, { ...options, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const until = Date.now() + START_WITHIN_MS;
  while (!isReady(folder, server)) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > until) {
      server.kill("SIGKILL");
      throw corrupt(folder, lastLine(readFileSync(logFile, "utf8"), /FATAL|PANIC/));
    }
    await sleep(20);
  }
  return server;
}

function checkFolder(folder: string) {
  const file = path.join(folder, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (version === VERSION) return;
  throw corrupt(folder, version ? `it is of PostgreSQL ${version}, not ${VERSION}` : "it is no PostgreSQL data folder");
}

// The eighth line of the file that the server writes about itself tells its state.
function isReady(folder: string, server: ChildProcess): boolean {
  const file = path.join(folder, "postmaster.pid");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines[0] === String(server.pid) && lines[7]?.trim() === "ready";
}

const corrupt = (folder: string, why: string) =>
  new Trouble(
    `The database in ${path.relative(process.cwd(), folder)} does not start: ${why}. To begin anew: npm start -- --fresh`,
  );

function lastLine(text: string, matching = /\S/): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.findLast((line) => matching.test(line))?.replace(/^.*?(FATAL|PANIC|error):\s*/, "") ?? "no reason given";
}
