import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./ports";
import { type Cluster, clusterUrl, createCluster, startServer } from "./postgres";
import { orExplain } from "./trouble";

/** `npm run migrate -- --create NAME`: compares on a server of its own that is thrown away, whatever else is configured. */
async function main() {
  const scratch = mkdtempSync(path.join(tmpdir(), "migrate-"));
  const cluster: Cluster = {
    folder: path.join(scratch, "postgres"),
    port: await freePort(5600),
    password: "scratch",
    settings: ["fsync=off"],
  };
  createCluster(cluster);
  const server = await startServer(cluster);
  try {
    process.exitCode = await runCli(clusterUrl(cluster, "postgres"));
  } finally {
    server.kill("SIGINT");
    await once(server, "exit");
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runCli(ownerUrl: string): Promise<number> {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/db/migrate-cli.ts", ...process.argv.slice(2)];
  const cli = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  });
  const [code] = await once(cli, "exit");
  return typeof code === "number" ? code : 1;
}

await orExplain(main);
