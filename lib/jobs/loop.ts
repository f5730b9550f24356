import "server-only";
import { log } from "@/lib/log";

export interface Loop {
  /** Resolves when the work under way is done. */
  stop(): Promise<void>;
}

/** Does `work` again and again with a pause between; at once again while it says that there was something to do. A failure is logged. */
export function startLoop(name: string, pauseMs: number, work: () => Promise<boolean>): Loop {
  let isStopping = false;
  let wake = () => {};
  const done = (async () => {
    while (!isStopping) {
      const goesOn = await work().catch((error: unknown) => {
        log().error({ err: error, job: name }, "a loop's work failed");
        return false;
      });
      if (goesOn || isStopping) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await done;
    },
  };
}
