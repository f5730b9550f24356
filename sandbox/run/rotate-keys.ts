import { existsSync } from "node:fs";
import { ended, launch } from "./child";
import { orExplain, Trouble } from "./trouble";

/** `npm run rotate-keys`: for a configured database; what an install's own keys seal is demonstration data. */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL || !process.env.FIELD_KEYS)
    throw new Trouble("DATABASE_URL and FIELD_KEYS (the new key first, then the old ones) are needed.");
  const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/rotate-keys.ts"];
  if ((await ended(launch({ args, env: process.env }))) !== "code 0") process.exitCode = 1;
}

await orExplain(main);
