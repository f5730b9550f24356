/** A stand-in's memory: one JSON file, written whole to a neighbour and renamed, so that it is never half a file. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export type Store<T> = {
  /** What is remembered now. Change it through `change` only, or it is not kept. */
  readonly value: T;
  /** Applies a change and keeps it within `delayMs`; returns what the change returns. */
  change<R>(apply: (value: T) => R): R;
  /** Writes what is not yet written; rejects when the disk refuses. */
  flush(): Promise<void>;
  /** Flushes for the last time; a later change throws. */
  close(): Promise<void>;
};

/**
 * Opens `file`, or begins with `initial` when there is none. Top-level fields that an older file lacks come from
 * `initial`. Rejects with a sentence naming the file when it is not a JSON object.
 */
export async function openStore<T extends object>(file: string, initial: T, delayMs = 50): Promise<Store<T>> {
  const value: T = { ...structuredClone(initial), ...(await load<T>(file)) };
  let isDirty = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (!isDirty) return;
    isDirty = false;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.next`, JSON.stringify(value), { flush: true, mode: 0o600 });
      await rename(`${file}.next`, file);
    } catch (error) {
      isDirty = true;
      throw error;
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const turn = writing.then(write);
    writing = turn.catch(() => undefined);
    return turn;
  }

  return {
    value,
    change(apply) {
      if (isClosed) throw new Error(`${file} is closed.`);
      isDirty = true;
      // A write that fails in the background stays owed: the next change or `close` tries it again.
      timer ??= setTimeout(() => flush().catch(() => undefined), delayMs);
      return apply(value);
    },
    flush,
    close() {
      isClosed = true;
      return flush();
    },
  };
}

async function load<T>(file: string): Promise<Partial<T>> {
  let source: string;
  try {
    source = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  try {
    const loaded: unknown = JSON.parse(source);
    if (typeof loaded === "object" && loaded !== null && !Array.isArray(loaded)) return loaded as Partial<T>;
  } catch {}
  throw new Error(`${file} is not a JSON object. Move it away to begin anew.`);
}
