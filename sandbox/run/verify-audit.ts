import { existsSync } from "node:fs";
import { ended, launch } from "./child";
import { orExplain, Trouble } from "./trouble";

/** `npm run verify-audit`: for a configured database. */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL || !process.env.AUDIT_MAC_KEY)
    throw new Trouble("DATABASE_URL and AUDIT_MAC_KEY (the key that the rows were written with) are needed.");
  const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/verify-audit.ts"];
  if ((await ended(launch({ args, env: process.env }))) !== "code 0") process.exitCode = 1;
}

await orExplain(main);
