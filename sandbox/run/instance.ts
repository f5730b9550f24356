import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, type Mark, markOf } from "./identity";
import { Trouble } from "./trouble";

const TERM_WITHIN_MS = 10_000;

interface Roll {
  readonly launcher: Mark;
  /** What the launcher started, in that order. */
  readonly parts: (Mark & { readonly stopSignal: NodeJS.Signals })[];
}

/** This data folder's one launcher, and on disk what it has started, so that the next one can end what a crash left. */
export interface Instance {
  started(pid: number | undefined, stopSignal: NodeJS.Signals): void;
  release(): void;
}

/**
 * Takes the data folder for this process. Ends, in order, what a launcher that was killed left running.
 * Throws `Trouble` when another launcher runs on the folder.
 */
export async function claim(folder: string): Promise<Instance> {
  // Others may pass through, as the database's system user must, but not look around.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = path.join(folder, "run.json");
  const own = markOf(process.pid);
  if (!own) throw new Error("this process cannot find itself");
  let roll: Roll = { launcher: own, parts: [] };
  while (!create(file, roll)) {
    const left = read(file);
    if (left && isAlive(left.launcher))
      throw new Trouble(`It runs already on ${folder} (process ${left.launcher.pid}): stop that one first.`);
    await endLeftovers(left);
    rmSync(file, { force: true });
  }
  return {
    started: (pid, stopSignal) => {
      const mark = pid === undefined ? undefined : markOf(pid);
      if (!mark) return;
      roll = { ...roll, parts: [...roll.parts.filter(isAlive), { ...mark, stopSignal }] };
      replace(file, roll);
    },
    release: () => rmSync(file, { force: true }),
  };
}

function create(file: string, roll: Roll): boolean {
  const complete = `${file}.${process.pid}`;
  writeFileSync(complete, JSON.stringify(roll), { mode: 0o600 });
  try {
    // A link, unlike a new file, is there with its content or not at all, and refuses where there is one already.
    linkSync(complete, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(complete);
  }
}

function replace(file: string, roll: Roll) {
  writeFileSync(`${file}.next`, JSON.stringify(roll), { mode: 0o600 });
  renameSync(`${file}.next`, file);
}

function read(file: string): Roll | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function endLeftovers(left: Roll | undefined) {
  for (const part of left?.parts.toReversed() ?? []) {
    if (!isAlive(part)) continue;
    signal(part.pid, part.stopSignal);
    const until = Date.now() + TERM_WITHIN_MS;
    while (isAlive(part) && Date.now() < until) await sleep(50);
    if (isAlive(part)) signal(-part.pid, "SIGKILL");
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}
