import path from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "./migrate";
import { createMigration } from "./migrate-create";

/** `npm run migrate` and `npm run migrate -- --create NAME`: one line to stdout, or one line to stderr and exit 1. */
async function main(): Promise<string> {
  const { create } = parseArgs({ options: { create: { type: "string" } } }).values;
  const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is missing: the connection of the role that owns the tables.");
  if (create === undefined) {
    const applied = await migrate(ownerUrl);
    return applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date";
  }
  if (!/^[a-z][a-z0-9_]*$/.test(create)) throw new Error(`"${create}" is no name for a migration: use snake_case.`);
  const file = await createMigration(ownerUrl, create);
  return file ? `Wrote ${path.relative(process.cwd(), file)}` : "Nothing to write: the migrations and the schema agree";
}

main().then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    // Several addresses refused: the first tells as much as all.
    const first: unknown = error instanceof AggregateError && !error.message ? error.errors[0] : error;
    process.stderr.write(`${first instanceof Error ? first.message : String(first)}\n`);
    process.exitCode = 1;
  },
);
