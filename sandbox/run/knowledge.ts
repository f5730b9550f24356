import { existsSync } from "node:fs";
import { ended, launch } from "./child";
import { orExplain, Trouble } from "./trouble";

/** `npm run knowledge -- interactions FILE.csv [--dry-run]`: a hospital's own table, into the configured database. */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL)
    throw new Trouble("DATABASE_URL is needed: the embedded database has its demonstration tables.");
  const script = ["--conditions=react-server", "--import", "tsx", "lib/jobs/load-knowledge.ts"];
  const args = [...script, ...process.argv.slice(2)];
  if ((await ended(launch({ args, env: process.env }))) !== "code 0") process.exitCode = 1;
}

await orExplain(main);
