/**
 * A memory of tables in one append-only file. Unlike `../store`, a change costs what it changes, not the whole memory:
 * a thousand payments, each written down before it is answered, took a minute there and take two seconds here.
 *
 * Each line is one change, whole or absent: `[[table, item], …, [table, id of a removed one], …]`.
 */
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type Item = { readonly id: string };
type Entry = [table: string, item: Item | string];

/** Items by id, in the order in which they came. They change through `revise` alone. */
export type Table<Kept extends Item> = {
  get(id: string): Kept | undefined;
  all(): Kept[];
  add(item: Kept): Kept;
  /** Changes `item` where it lies, so that everyone who holds it sees the change. */
  revise(item: Kept, changes: Partial<Omit<Kept, "id">>): void;
  remove(id: string): void;
};

export type Journal = {
  table<Kept extends Item>(name: string): Table<Kept>;
  /** Runs a change of the tables; it is in the file, past the reach of a killed process, when this returns. */
  commit<Result>(change: () => Result): Result;
  /** Writes the file anew with only what is there now. To be done once before the first change after opening. */
  compact(): void;
  close(): void;
};

/** Opens `file`, or begins an empty one. Throws a sentence naming the file when it is not a journal. */
export function openJournal(file: string): Journal {
  const tables = readTables(file);
  const changed = new Map<string, Set<string>>();
  mkdirSync(dirname(file), { recursive: true });
  let handle = openSync(file, "a", 0o600);

  function itemsOf(name: string): Map<string, Item> {
    const items = tables.get(name) ?? new Map<string, Item>();
    tables.set(name, items);
    return items;
  }

  function note(name: string, id: string): void {
    changed.set(name, (changed.get(name) ?? new Set<string>()).add(id));
  }

  function write(): void {
    const entries: Entry[] = [...changed].flatMap(([name, ids]) =>
      [...ids].map((id): Entry => [name, itemsOf(name).get(id) ?? id]),
    );
    changed.clear();
    if (entries.length > 0) appendFileSync(handle, `${JSON.stringify(entries)}\n`);
  }

  return {
    table<Kept extends Item>(name: string): Table<Kept> {
      const items = itemsOf(name) as Map<string, Kept>;
      return {
        get: (id) => items.get(id),
        all: () => [...items.values()],
        add(item) {
          items.set(item.id, item);
          note(name, item.id);
          return item;
        },
        revise(item, changes) {
          Object.assign(item, changes);
          note(name, item.id);
        },
        remove(id) {
          if (items.delete(id)) note(name, id);
        },
      };
    },
    commit(change) {
      try {
        return change();
      } finally {
        write();
      }
    },
    compact() {
      const lines = [...tables].flatMap(([name, items]) =>
        [...items.values()].map((item) => `${JSON.stringify([[name, item]])}\n`),
      );
      writeFileSync(`${file}.next`, lines.join(""), { flush: true, mode: 0o600 });
      renameSync(`${file}.next`, file);
      closeSync(handle);
      handle = openSync(file, "a", 0o600);
    },
    close: () => closeSync(handle),
  };
}

function readTables(file: string): Map<string, Map<string, Item>> {
  const tables = new Map<string, Map<string, Item>>();
  const lines = readLines(file);
  // What follows the last line break is a change that was cut short, and was answered to nobody.
  lines.pop();
  for (const line of lines) {
    for (const [name, item] of entriesIn(line, file)) {
      const items = tables.get(name) ?? new Map<string, Item>();
      tables.set(name, items);
      if (typeof item === "string") items.delete(item);
      else items.set(item.id, item);
    }
  }
  return tables;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function entriesIn(line: string, file: string): Entry[] {
  try {
    const entries: unknown = JSON.parse(line);
    if (Array.isArray(entries) && entries.every(Array.isArray)) return entries as Entry[];
  } catch {}
  throw new Error(`${file} is not a journal of the stand-in. Move it away to begin anew.`);
}
