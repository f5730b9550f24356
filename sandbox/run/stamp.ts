import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Does `work` unless the stamp says that it was done, to the end, for this very digest. Returns whether it was needed.
 * The stamp stands beside what the work makes, so that who deletes the one deletes the other.
 */
export async function unlessStamped(file: string, digest: string, work: () => Promise<unknown>): Promise<boolean> {
  if (read(file) === digest) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, digest);
  return true;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
