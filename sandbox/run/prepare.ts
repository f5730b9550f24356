import { parseArgs } from "node:util";
import { migrate } from "../../lib/db/migrate";
import { seed } from "../../prisma/seed/seed";
import { orExplain } from "./trouble";

/** A child of the launcher, with the application's environment: migrates, seeds an empty database, says what it did. */
async function main() {
  const { demo = false } = parseArgs({ options: { demo: { type: "boolean" } } }).values;
  const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
  const applied = await migrate(ownerUrl);
  const isSeeded = await seed({ ownerUrl, demo });
  const migrations = applied.length > 0 ? `migrations applied: ${applied.length}` : "up to date";
  process.stdout.write(`${migrations}${isSeeded ? ", seeded" : ""}\n`);
}

await orExplain(main);
// Nothing is left to do: do not wait for idle connections to time out.
process.exit();
