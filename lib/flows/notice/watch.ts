import "server-only";
import { watchNotices } from "@/lib/commands/notice/watch";
import { type Run, transact } from "@/lib/db/transact";
import { isPushService, type PushBrowser } from "@/lib/domain/push";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/** Subscribes a browser. Throws `browser_unknown` for an address that is no browser's push service: nothing is ever sent elsewhere. */
export async function watch(run: Run, browser: PushBrowser): Promise<void> {
  if (!isPushService(browser.endpoint, env().PUSH_API_BASE)) throw new Refusal("browser_unknown");
  await transact(run, watchNotices, browser);
}
