import "server-only";
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** Longest wait for a table that somebody uses: a migration gives up rather than hold up everyone behind it. */
const LOCK_TIMEOUT = "5s";

/** The catalogue's one-letter type, which `PrismaPg` does not know. */
const LETTER = 18;
const TEXT = 25;

/**
 * The owner's connections as Prisma's schema engine wants them, until `close`. Differs from `PrismaPg` where migrations
 * need it to: a script goes to the server whole, hence in one transaction, and may hold functions and DO blocks
 * (`PrismaPg` cuts it at every semicolon); it reads the catalogue's one-letter columns; and the shadow database is
 * one of its own, left before it is dropped.
 */
export function migrationAdapter(ownerUrl: string) {
  const opened: (() => Promise<void>)[] = [];
  const open = async (url: string) => {
    const adapter = await openDatabase(url);
    opened.unshift(adapter.dispose);
    return adapter;
  };
  const connectToShadowDb = async () => {
    const name = `shadow_${randomUUID()}`;
    await administer(ownerUrl, `CREATE DATABASE "${name}" TEMPLATE template0`);
    opened.unshift(() => administer(ownerUrl, `DROP DATABASE "${name}"`));
    return open(Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href);
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(ownerUrl),
    connectToShadowDb,
  };
  const close = async () => {
    for (const leave of opened.splice(0)) await leave();
  };
  return { factory, close };
}

async function openDatabase(connectionString: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString, max: 1, options: `-c lock_timeout=${LOCK_TIMEOUT}` });
  const runScript = pool.query.bind(pool) as (script: string) => Promise<unknown>;
  const letters = new WeakMap<object, number[]>();
  const adapter = await new PrismaPg(Object.assign(pool, { query: markingLetters(pool, letters) })).connect();
  const ask = adapter.queryRaw.bind(adapter);
  const queryRaw: SqlDriverAdapter["queryRaw"] = async (query) => {
    const result = await ask(query);
    for (const column of letters.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  const executeScript = async (script: string) => {
    await runScript(script).catch((error: unknown) => {
      throw error instanceof pg.DatabaseError ? asEngineError(error) : error;
    });
  };
  let ended: Promise<void> | undefined;
  const dispose = () => {
    ended ??= pool.end();
    return ended;
  };
  return Object.assign(adapter, { queryRaw, executeScript, dispose });
}

/** Asks as the pool does; lets one-letter columns pass for text, and notes for the rows which those are. */
function markingLetters(pool: pg.Pool, letters: WeakMap<object, number[]>) {
  const ask = pool.query.bind(pool) as (query: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
  return async (query: pg.QueryArrayConfig) => {
    const result = await ask(query);
    const columns = result.fields.flatMap((field, column) => (field.dataTypeID === LETTER ? [column] : []));
    for (const field of result.fields) if (field.dataTypeID === LETTER) field.dataTypeID = TEXT;
    letters.set(result.rows, columns);
    return result;
  };
}

async function administer(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const asEngineError = (error: pg.DatabaseError) =>
  new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "XX000",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
