import "server-only";
import { sealAudit } from "@/lib/db/sql/audit-chain";
import { log } from "@/lib/log";

const EVERY_MS = 2_000;

/** Links the audit every two seconds. `stop` resolves when the batch under way is done. */
export function startSealLoop(): { stop: () => Promise<void> } {
  let isStopping = false;
  let wake = () => {};
  const done = (async () => {
    while (!isStopping) {
      await sealAudit().catch((error: unknown) => log().error({ err: error }, "the audit was not sealed"));
      if (isStopping) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, EVERY_MS);
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
