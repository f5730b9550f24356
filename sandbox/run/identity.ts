import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as it is remembered on disk: its number alone may be another's by now. */
export interface Mark {
  readonly pid: number;
  /** When it began, as the system tells it. */
  readonly since: string;
}

/** The mark of a process that runs; undefined when there is none. */
export function markOf(pid: number): Mark | undefined {
  const since = process.platform === "linux" ? sinceByProc(pid) : sinceByPs(pid);
  return since === undefined ? undefined : { pid, since };
}

/** Whether the very process of the mark still runs. */
export const isAlive = (mark: Mark): boolean => markOf(mark.pid)?.since === mark.since;

// proc(5): after the name in brackets come the state and, as the 20th from there, the start in ticks since boot.
function sinceByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

function sinceByPs(pid: number): string | undefined {
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined;
}
