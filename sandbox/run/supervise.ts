import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, readFrom, sizeOf, tellingLine } from "./child";
import type { Instance } from "./instance";

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A part that ran this long did not fail at starting: its next pause is short again. */
const STEADY_MS = 60_000;

/** One of the processes that make the hospital. */
export interface Part {
  readonly name: string;
  /** Where its output goes, and so the reason when it ends. */
  readonly log?: string;
  spawn(): ChildProcess;
  /** Resolves when it can be used; rejects with the reason when it never will. Undefined for one that nobody asks. */
  readonly ready: ((child: ChildProcess) => Promise<void>) | undefined;
  readonly stopSignal: NodeJS.Signals;
  /** How long it may take to finish what it does, in milliseconds. */
  readonly stopWithin: number;
}

export interface Supervisor {
  /** Starts a part; once it is ready, it is started again whenever it ends by itself. */
  add(part: Part): Promise<void>;
  /** Stops all parts, the last one first, each when the one before is gone. */
  stop(): Promise<void>;
}

/** Keeps parts running. What happens to one is a line to `report`. */
export function supervise(instance: Instance, report: (line: string) => void): Supervisor {
  const running: { part: Part; child: ChildProcess }[] = [];
  const stopping = new AbortController();

  function spawn(part: Part): ChildProcess {
    const child = part.spawn();
    child.on("error", () => undefined);
    instance.started(child.pid, part.stopSignal);
    return child;
  }

  async function keep(place: { part: Part; child: ChildProcess }): Promise<void> {
    const { part } = place;
    let pause = SHORTEST_PAUSE_MS;
    for (;;) {
      const since = Date.now();
      const mark = sizeOf(part.log);
      const why = await ended(place.child);
      if (Date.now() - since > STEADY_MS) pause = SHORTEST_PAUSE_MS;
      if (stopping.signal.aborted) return;
      const said = part.log && place.child.exitCode !== null ? `, ${tellingLine(readFrom(part.log, mark))}` : "";
      report(`The ${part.name} ended (${why}${said}); it starts again in ${pause / 1_000} s.`);
      await sleep(pause, undefined, { signal: stopping.signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      place.child = spawn(part);
      await part.ready?.(place.child).then(
        () => report(`The ${part.name} runs again.`),
        (error: unknown) => place.child.kill("SIGKILL") && report(`The ${part.name} fails: ${reason(error)}`),
      );
    }
  }

  return {
    add: async (part) => {
      stopping.signal.throwIfAborted();
      const place = { part, child: spawn(part) };
      running.push(place);
      await part.ready?.(place.child);
      keep(place).catch(() => undefined);
    },
    stop: async () => {
      stopping.abort();
      for (const { part, child } of running.splice(0).toReversed()) await stopPart(part, child);
    },
  };
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function stopPart(part: Part, child: ChildProcess) {
  if (child.pid === undefined) return;
  child.kill(part.stopSignal);
  const patience = AbortSignal.timeout(part.stopWithin);
  await Promise.race([ended(child), once(patience, "abort")]);
  // It leads a group of its own: this ends it, if it must be, and whatever it may have started itself.
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in it.
  }
  await ended(child);
}
