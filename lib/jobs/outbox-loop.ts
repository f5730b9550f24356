import "server-only";
import { Client } from "pg";
import { env } from "@/lib/env";
import { deliverOutbox } from "@/lib/flows/outbox/deliver";
import { log } from "@/lib/log";

const SWEEP_MS = 1_000;

/**
 * Delivers what waits in the outbox: woken by the database when something is written, and once a second for what is due
 * again. `stop` resolves when the delivery under way is done.
 */
export function startOutboxLoop(): { stop: () => Promise<void> } {
  let isStopping = false;
  let wake = () => {};
  const ear = listen(() => wake());
  const done = (async () => {
    while (!isStopping) {
      const taken = await deliverOutbox(new Date()).catch((error: unknown) => {
        log().error({ err: error }, "outbox sweep failed");
        return 0;
      });
      if (taken === 0 && !isStopping)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, SWEEP_MS);
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
      await ear.close();
    },
  };
}

/** A connection that only listens; it comes back by itself. The sweep covers the time without it. */
function listen(heard: () => void): { close: () => Promise<void> } {
  let client: Client | undefined;
  let isClosed = false;
  const connect = async () => {
    const fresh = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    fresh.on("notification", heard);
    fresh.on("error", () => {});
    fresh.on("end", () => {
      if (!isClosed) setTimeout(() => void connect(), SWEEP_MS).unref();
    });
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query("LISTEN outbox");
    } catch {
      log().warn({ job: "outbox" }, "cannot listen; sweeping only");
    }
  };
  void connect();
  return {
    close: async () => {
      isClosed = true;
      await client?.end().catch(() => {});
    },
  };
}
