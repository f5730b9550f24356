import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { ended } from "./child";
import {
  admitApplication,
  allowBulkLoad,
  copyDatabase,
  DATABASE,
  EMPTY_DATABASE,
  makeDatabase,
  prepareDatabase,
  urls,
} from "./database";
import { anyPort } from "./ports";
import { type Cluster, createCluster, startServer } from "./postgres";
import { digestOf } from "./sources";
import { testClusterPassword, testEnvironment, testLogins } from "./test-environment";

/** Tests may lose the database with the machine. */
export const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

const QUARTER_MS = 15 * 60_000;
const PREFIX = "template-";
export const isTemplate = (name: string) => name.startsWith(PREFIX);

/** What the template's content comes from: migrations, the seed, and how it seals and numbers. */
const ORIGINS = [
  ...["prisma/migrations", "prisma/seed", "lib/db/migrate.ts", "lib/db/seal.ts", "lib/db/id.ts"],
  ...[
    "lib/auth/password.ts",
    "lib/domain/calendar.ts",
    "sandbox/run/test-environment.ts",
    "sandbox/run/database.ts",
    "package-lock.json",
  ],
];

/**
 * The data folder, in `home`, of a stopped server with the migrated database and the demonstration hospital in it; made if
 * its origins changed, or the day: the seed counts from today. Made aside and renamed, so that it is whole or not there,
 * whoever else makes it at the same time.
 */
export async function templateFolder(root: string, home: string, signal: AbortSignal): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const folder = path.join(home, `${PREFIX}${digestOf(root, ORIGINS, { salt: day }).slice(0, 16)}`);
  if (statSync(folder, { throwIfNoEntry: false })) return folder;
  mkdirSync(home, { recursive: true });
  forgetOldOnes(home);
  const unfinished = `${folder}.${process.pid}`;
  try {
    await fill({ folder: unfinished, port: await anyPort(), password: testClusterPassword, settings: fast }, signal);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!statSync(folder, { throwIfNoEntry: false })) throw error;
  }
  return folder;
}

async function fill(cluster: Cluster, signal: AbortSignal) {
  createCluster(cluster);
  const server = await startServer(cluster);
  try {
    await makeDatabase(cluster, testLogins);
    await copyDatabase(cluster, EMPTY_DATABASE);
    for (const [name, isDemo] of [
      [DATABASE, true],
      [EMPTY_DATABASE, false],
    ] as const)
      await prepareDatabase({ ...process.env, ...testEnvironment, ...urls(cluster, testLogins, name) }, isDemo, signal);
    await admitApplication(cluster);
    await allowBulkLoad(cluster);
  } finally {
    server.kill("SIGINT");
    await ended(server);
  }
}

// Those of a few minutes ago may be another's, who is just copying.
function forgetOldOnes(home: string) {
  for (const name of readdirSync(home).filter(isTemplate)) {
    const folder = path.join(home, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? 0);
    if (age > QUARTER_MS) rmSync(folder, { recursive: true, force: true });
  }
}
