import { type ChildProcess, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launch, tellingLine, untilReady } from "./child";
import { type Binaries, binaries } from "./postgres-binaries";
import { Trouble } from "./trouble";

export const SUPERUSER = "postgres";
const VERSION = "18";

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
  throw new Trouble(`PostgreSQL could not be set up: ${error?.message ?? tellingLine(stderr)}`);
}

/** The server as a process; see `serverReady`. Throws `Trouble` when the folder holds no data of this version. */
export function spawnServer(cluster: Cluster): ChildProcess {
  checkFolder(cluster.folder);
  const settings = [
    ...[`port=${cluster.port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"],
    ...(cluster.settings ?? []),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const command = binaries(cluster.folder).command("postgres", ["-D", cluster.folder, ...flags]);
  rmSync(logFile(cluster), { force: true });
  return launch({ ...command, env: process.env, log: logFile(cluster) });
}

/** Resolves when the server takes connections; throws `Trouble` with its reason when it ends instead. */
export async function serverReady(cluster: Cluster, server: ChildProcess): Promise<void> {
  const log = logFile(cluster);
  await untilReady(server, async () => isReady(cluster.folder, server), log).catch((error: Error) => {
    if (!/postmaster\.pid/.test(error.message)) throw corrupt(cluster.folder, error.message);
    throw new Trouble(`Another PostgreSQL runs on ${path.relative(process.cwd(), cluster.folder)}: end it first.`);
  });
}

/** Starts the server and waits for it. Stop it with SIGINT, which ends open transactions. */
export async function startServer(cluster: Cluster): Promise<ChildProcess> {
  const server = spawnServer(cluster);
  await serverReady(cluster, server);
  return server;
}

const logFile = (cluster: Cluster) => path.join(cluster.folder, "server.log");

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
