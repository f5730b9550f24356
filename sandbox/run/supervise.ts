import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, readFrom, sizeOf, tellingLine } from "./child";
import type { Instance } from "./instance";
import { reason, Trouble } from "./trouble";

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
  /** Starts a part and waits until it is ready. Rejects when it, or one before it, ends by itself. */
  add(part: Part): Promise<void>;
  /** All that there is has started: from now on a part that ends by itself is started again. */
  steady(): void;
  /** Stops all parts, the last one first, each when the one before is gone. */
  stop(): Promise<void>;
}

/** A part with the process that plays it now. */
interface Place {
  readonly part: Part;
  child: ChildProcess;
  isAwaited: boolean;
}

/** Keeps parts running. What happens to one is a line to `report`. */
export function supervise(instance: Instance, report: (line: string) => void): Supervisor {
  const running: Place[] = [];
  const stopping = new AbortController();
  const failing = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    failing.signal.addEventListener("abort", () => reject(failing.signal.reason));
  });
  failed.catch(() => undefined);
  let isSteady = false;

  function spawn(part: Part): ChildProcess {
    const child = part.spawn();
    child.on("error", () => undefined);
    instance.started(child.pid, part.stopSignal);
    return child;
  }

  async function keep(place: Place): Promise<void> {
    const { part } = place;
    let pause = SHORTEST_PAUSE_MS;
    for (;;) {
      const since = Date.now();
      const mark = sizeOf(part.log);
      const why = await ended(place.child);
      if (Date.now() - since > STEADY_MS) pause = SHORTEST_PAUSE_MS;
      if (stopping.signal.aborted) return;
      const said = part.log && place.child.exitCode !== null ? `, ${tellingLine(readFrom(part.log, mark))}` : "";
      // While it starts, whoever waits for it hears the reason there.
      if (!isSteady)
        return place.isAwaited ? undefined : failing.abort(new Trouble(`Does not start: ${part.name} (${why}${said})`));
      report(`Ended by itself: ${part.name} (${why}${said}). Next try in ${pause / 1_000} s.`);
      await sleep(pause, undefined, { signal: stopping.signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      place.child = spawn(part);
      await part.ready?.(place.child).then(
        () => report(`Running again: ${part.name}.`),
        (error: unknown) => place.child.kill("SIGKILL") && report(`Not running: ${part.name} (${reason(error)}).`),
      );
    }
  }

  return {
    add: async (part) => {
      stopping.signal.throwIfAborted();
      const place: Place = { part, child: spawn(part), isAwaited: part.ready !== undefined };
      running.push(place);
      keep(place).catch(() => undefined);
      await Promise.race([part.ready?.(place.child), failed]);
      place.isAwaited = false;
    },
    steady: () => {
      isSteady = true;
    },
    stop: async () => {
      stopping.abort();
      for (const { part, child } of running.splice(0).toReversed()) await stopPart(part, child);
    },
  };
}

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
