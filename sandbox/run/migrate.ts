import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ended } from "./child";
import { anyPort } from "./ports";
import { type Cluster, clusterUrl, createCluster, startServer } from "./postgres";
import { orExplain, Trouble } from "./trouble";

/**
 * `npm run migrate`: brings the configured database up to date. `npm run migrate -- --create NAME`: writes a migration,
 * comparing on a server of its own that is thrown away, whatever is configured.
 */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const args = process.argv.slice(2);
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env;
  const configured = DATABASE_OWNER_URL || DATABASE_URL;
  if (args.includes("--create")) process.exitCode = await onScratchServer((url) => runCli(url, args));
  else if (configured) process.exitCode = await runCli(configured, args);
  else throw new Trouble("npm start migrates the embedded database by itself; for another one set DATABASE_OWNER_URL.");
}

async function onScratchServer<T>(use: (url: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(path.join(tmpdir(), "migrate-"));
  const folder = path.join(scratch, "postgres");
  const cluster: Cluster = { folder, port: await anyPort(), password: "scratch", settings: ["fsync=off"] };
  try {
    createCluster(cluster);
    const server = await startServer(cluster);
    return await use(clusterUrl(cluster, "postgres")).finally(() => {
      server.kill("SIGINT");
      return ended(server);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runCli(ownerUrl: string, args: readonly string[]): Promise<number> {
  const script = ["--conditions=react-server", "--import", "tsx", "lib/db/migrate-cli.ts", ...args];
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl };
  const [code] = await once(spawn(process.execPath, script, { stdio: "inherit", env }), "exit");
  return typeof code === "number" ? code : 1;
}

await orExplain(main);
