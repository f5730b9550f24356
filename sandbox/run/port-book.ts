import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort, isTaken } from "./ports";

/**
 * The ports of an install's own servers, remembered so that addresses stay the same: the one of last time while it is
 * free, else the first free one from where this kind begins.
 */
export function portBook(folder: string) {
  const file = path.join(folder, "ports.json");
  const ports = read(file);
  const given: number[] = [];
  return async (name: string, first: number): Promise<number> => {
    const before = ports[name];
    const isFree = before !== undefined && !given.includes(before) && !(await isTaken(before));
    const port = isFree ? before : await freePort(first, [...given, ...Object.values(ports)]);
    given.push(port);
    if (port !== before) {
      ports[name] = port;
      writeFileSync(file, JSON.stringify(ports));
    }
    return port;
  };
}

function read(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
