import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter } from "./migrate-adapter";

const prismaFolder = path.resolve(import.meta.dirname, "../../prisma");
export const migrationsFolder = path.join(prismaFolder, "migrations");
export const schemaFolder = path.join(prismaFolder, "schema");

/** What Prisma wants beside the migrations, to see that they are for this kind of database. */
export const lockfile = {
  path: "migration_lock.toml",
  content: '# Prisma compares this with the schema before it applies anything.\nprovider = "postgresql"\n',
};

/** Every table of `public` is Prisma's to compare. */
export const everyTable: glue.SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as WebAssembly, on the owner's connection, so that migrating needs no download.
 * The file format and `_prisma_migrations` are Prisma's own: `prisma migrate deploy` goes on from either.
 */
export async function withEngine<T>(ownerUrl: string, use: (engine: glue.SchemaEngine) => Promise<T>): Promise<T> {
  await load();
  const { factory, close } = migrationAdapter(ownerUrl);
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapters);
    return await use(engine).finally(() => engine.free());
  } catch (error) {
    throw error instanceof Error ? new Error(reason(error.message), { cause: error }) : error;
  } finally {
    await close();
  }
}

// The engine's own trace follows its message; of that, only the migration's name helps.
function reason(message: string): string {
  const [text = "", trace = ""] = message.split(/\n\s+0: /, 2);
  const name = /migration_name="([^"]+)"/.exec(trace)?.[1];
  const said = text.replace(/\s*\n\s*/g, ": ").replace("external connector error: ", "");
  return name ? `Migration ${name}: ${said}` : said;
}

let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= instantiate();
  return loading;
}

// The package's own entry imports its .wasm file as a module, which Node still calls experimental.
async function instantiate() {
  const set_message = (text: string) => {
    throw new Error(`The schema engine stopped: ${text}`);
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } });
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const wasm = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The migrations on disk, oldest first, as the engine wants them. */
export async function migrationList(): Promise<glue.MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return {
    baseDir: migrationsFolder,
    lockfile,
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
}

async function readMigration(name: string): Promise<glue.MigrationDirectory> {
  const content = await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8").then(
    (value) => ({ tag: "ok" as const, value }),
    (error: Error) => ({ tag: "error" as const, value: error.message }),
  );
  return { path: name, migrationFile: { path: "migration.sql", content } };
}
