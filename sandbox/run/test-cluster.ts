import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { generateClient } from "./build";
import { ended } from "./child";
import { claim, type Instance } from "./instance";
import { anyPort } from "./ports";
import { type Cluster, serverReady, spawnServer } from "./postgres";
import { testClusterPassword } from "./test-environment";
import { fast, isTemplate, templateFolder } from "./test-template";

export interface TestCluster {
  readonly cluster: Cluster;
  readonly instance: Instance;
  /** The run's folder; it goes when the cluster stops. */
  readonly home: string;
  /** The file of statements as JSON lines, if they are logged. */
  readonly statementLog: string;
  stop(): Promise<void>;
}

/** Settings that write every statement, as JSON, to `statementLog`; parameters are left out. */
export const logStatements = [
  ...["logging_collector=on", "log_destination=jsonlog", "log_filename=statements.log", "log_statement=all"],
  ...["log_parameter_max_length=0", "log_rotation_size=0", "log_rotation_age=0"],
];

/**
 * A PostgreSQL of its own for one run of tests, known in `.data/test` as `name`, with the migrated and seeded database
 * that `copyDatabase` copies. What runs left that were killed is ended and removed.
 */
export async function startTestCluster(root: string, name: string, settings: string[] = []): Promise<TestCluster> {
  const tests = path.join(root, ".data", "test");
  const signal = new AbortController().signal;
  await generateClient(root, signal);
  const template = await templateFolder(root, tests, signal);
  await sweepRuns(tests);
  const home = path.join(tests, name);
  const instance = await claim(home);
  const folder = hasMemory() ? inMemory(tests, name) : path.join(home, "postgres");
  copyFolder(template, folder);
  const cluster: Cluster = {
    folder,
    port: await anyPort(),
    password: testClusterPassword,
    settings: [...fast, ...settings],
  };
  const server = spawnServer(cluster);
  instance.started(server.pid, "SIGINT");
  await serverReady(cluster, server);
  const stop = async () => {
    server.kill("SIGINT");
    await ended(server);
    instance.release();
    forget(tests, name);
  };
  return { cluster, instance, home, statementLog: path.join(folder, "log", "statements.json"), stop };
}

/** Ends and removes what runs left that were killed. */
async function sweepRuns(tests: string) {
  for (const name of readdirSync(tests).filter((entry) => !isTemplate(entry))) {
    const instance = await claim(path.join(tests, name)).catch(() => undefined);
    if (instance) forget(tests, name);
  }
}

function forget(tests: string, name: string) {
  for (const folder of [path.join(tests, name), inMemory(tests, name)])
    rmSync(folder, { recursive: true, force: true });
}

// Copying a database makes hundreds of small files: twenty times as fast in memory as on a disk.
const MEMORY = "/dev/shm";
const MEMORY_NEEDED = 2 ** 30;

/** A folder of this clone's own: others on the machine have runs of the same names. */
function inMemory(tests: string, name: string): string {
  const clone = createHash("sha256").update(tests).digest("hex").slice(0, 8);
  return path.join(MEMORY, `hospital-${clone}-${name}`);
}

function hasMemory(): boolean {
  if (!statSync(MEMORY, { throwIfNoEntry: false })) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= MEMORY_NEEDED;
}

function copyFolder(from: string, to: string) {
  const { status, stderr } = spawnSync("cp", ["-a", from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the test database cannot be copied: ${stderr.trim()}`);
}
