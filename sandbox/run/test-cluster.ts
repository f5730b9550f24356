import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { generateClient } from "./build";
import { ended } from "./child";
import { admitApplication, makeDatabase, prepareDatabase, urls } from "./database";
import { claim, type Instance } from "./instance";
import { anyPort } from "./ports";
import { type Cluster, createCluster, serverReady, spawnServer, startServer } from "./postgres";
import { digestOf } from "./sources";
import { testClusterPassword, testEnvironment, testLogins } from "./test-environment";

const HOUR_MS = 3_600_000;
/** Tests may lose the database with the machine. */
const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** What the template's content comes from. */
const ORIGINS = ["prisma", "lib/db", "lib/auth", "lib/domain", "sandbox/run/test-environment.ts", "package-lock.json"];

export interface TestCluster {
  readonly cluster: Cluster;
  readonly instance: Instance;
  /** The run's folder; it goes when the cluster stops. */
  readonly home: string;
  /** The file of statements as JSON lines, if they are logged. */
  readonly statementLog: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of its own for one run of tests, in `.data/test/NAME`, with the migrated and seeded database that
 * `copyDatabase` copies. What runs left that were killed is ended and removed.
 */
export async function startTestCluster(root: string, name: string, settings: string[] = []): Promise<TestCluster> {
  const home = path.join(root, ".data", "test");
  const signal = new AbortController().signal;
  await generateClient(root, signal);
  const template = await templateFolder(root, home, signal);
  await sweepRuns(home);
  const run = path.join(home, name);
  const instance = await claim(run);
  const folder = path.join(run, "postgres");
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
  return {
    cluster,
    instance,
    home: run,
    statementLog: path.join(folder, "log", "statements.json"),
    stop: async () => {
      server.kill("SIGINT");
      await ended(server);
      instance.release();
      rmSync(run, { recursive: true, force: true });
    },
  };
}

/** Ends and removes what runs left that were killed. */
async function sweepRuns(home: string) {
  for (const name of readdirSync(home).filter((entry) => !entry.startsWith("template-"))) {
    const run = path.join(home, name);
    const instance = await claim(run).catch(() => undefined);
    if (instance) rmSync(run, { recursive: true, force: true });
  }
}

/** Settings that write every statement, as JSON, to `statementLog`; parameters are left out. */
export const logStatements = [
  ...["logging_collector=on", "log_destination=jsonlog", "log_filename=statements.log", "log_statement=all"],
  ...["log_parameter_max_length=0", "log_rotation_size=0", "log_rotation_age=0"],
];

// Made aside and renamed, so that it is whole or not there, whoever else makes it at the same time. The seed counts from
// today, hence the day is part of what it is known by.
async function templateFolder(root: string, home: string, signal: AbortSignal): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const digest = digestOf(root, ORIGINS, { skip: (file) => file === "lib/db/generated", salt: day });
  const folder = path.join(home, `template-${digest.slice(0, 16)}`);
  if (statSync(folder, { throwIfNoEntry: false })) return folder;
  mkdirSync(home, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  const cluster: Cluster = { folder: unfinished, port: await anyPort(), password: testClusterPassword, settings: fast };
  createCluster(cluster);
  const server = await startServer(cluster);
  try {
    await makeDatabase(cluster, testLogins);
    await prepareDatabase({ ...process.env, ...testEnvironment, ...urls(cluster, testLogins) }, true, signal);
    await admitApplication(cluster);
  } catch (error) {
    server.kill("SIGKILL");
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  server.kill("SIGINT");
  await ended(server);
  forgetOldTemplates(home);
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function forgetOldTemplates(home: string) {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith("template-"))) {
    const place = path.join(home, name);
    const age = Date.now() - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > HOUR_MS) rmSync(place, { recursive: true, force: true });
  }
}

function copyFolder(from: string, to: string) {
  const { status, stderr } = spawnSync("cp", ["-a", from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the test database cannot be copied: ${stderr.trim()}`);
}
