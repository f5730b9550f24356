import { existsSync } from "node:fs";
import { ended, launch } from "./child";
import { orExplain, Trouble } from "./trouble";

/** `npm run first-admin -- A001 张三 "Zhang San"`: for a configured database; the demonstration hospital has its administrator. */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL)
    throw new Trouble("DATABASE_URL is needed: the demonstration hospital has A001 already.");
  const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/first-admin.ts", ...process.argv.slice(2)];
  if ((await ended(launch({ args, env: process.env }))) !== "code 0") process.exitCode = 1;
}

await orExplain(main);
