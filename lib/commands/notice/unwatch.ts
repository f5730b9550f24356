import "server-only";
import { digest } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { ForgetBrowser } from "@/lib/domain/push";

/** This browser is shown the person's notices no more. */
export async function unwatchNotices(work: Work, { endpoint }: ForgetBrowser): Promise<void> {
  authorize(work.actor, "notice.watch");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.pushSubscription.deleteMany({
    where: { accountId, endpointDigest: digest("push_endpoint", endpoint) },
  });
  work.audit({ action: "notice.unwatch", subjectType: "account", subjectId: accountId, detail: { count } });
}
