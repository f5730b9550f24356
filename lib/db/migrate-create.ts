import "server-only";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { everyTable, lockfile, migrationList, migrationsFolder, schemaFolder, withEngine } from "./migrate-engine";

/**
 * Writes the SQL from the migrations on disk to `prisma/schema` as a new migration, to be read, completed by hand
 * (CHECKs, partial indexes, triggers) and committed. Applies nothing.
 * @param ownerUrl a server on which a shadow database may be created for the comparison
 * @param name what changes, in snake_case
 * @returns the path of the new file; undefined when the schema and the migrations agree
 */
export async function createMigration(ownerUrl: string, name: string): Promise<string | undefined> {
  const sql = await difference(ownerUrl);
  if (!sql) return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "migration.sql");
  await writeFile(file, sql);
  await writeFile(path.join(migrationsFolder, lockfile.path), lockfile.content);
  return file;
}

async function difference(ownerUrl: string): Promise<string | null> {
  const from = { tag: "migrations" as const, ...(await migrationList()) };
  const to = { tag: "schemaDatamodel" as const, files: await schemaFiles() };
  const question = { from, to, filters: everyTable };
  return withEngine(ownerUrl, async (engine) => {
    const { exitCode } = await engine.diff({ ...question, script: false, exitCode: true });
    if (exitCode === 0) return null;
    const { stdout } = await engine.diff({ ...question, script: true, exitCode: null });
    return stdout;
  });
}

async function schemaFiles() {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(schemaFolder, name);
      return { path: file, content: await readFile(file, "utf8") };
    }),
  );
}
