import "server-only";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { PushBrowser } from "@/lib/domain/push";

/** So many browsers of one person are shown notices; the oldest gives way. */
const MOST = 10;

/** This browser is shown the person's notices from now on, whoever's it was before, until the session ends. */
export async function watchNotices(work: Work, browser: PushBrowser): Promise<void> {
  authorize(work.actor, "notice.watch");
  const { accountId, sessionId } = asPerson(work.actor);
  const [endpointDigest, browserSealed] = [digest("push_endpoint", browser.endpoint), seal(JSON.stringify(browser))];
  await work.tx.$executeRaw`
    INSERT INTO "PushSubscription" ("id", "accountId", "sessionId", "endpointDigest", "browserSealed", "createdAt")
    VALUES (${newId()}::uuid, ${accountId}::uuid, ${sessionId}::uuid, ${endpointDigest}, ${browserSealed}, ${work.now})
    ON CONFLICT ("endpointDigest") DO UPDATE SET "accountId" = EXCLUDED."accountId", "sessionId" = EXCLUDED."sessionId",
      "browserSealed" = EXCLUDED."browserSealed", "createdAt" = EXCLUDED."createdAt"`;
  await work.tx.$executeRaw`
    DELETE FROM "PushSubscription" WHERE "id" IN (
      SELECT "id" FROM "PushSubscription" WHERE "accountId" = ${accountId}::uuid ORDER BY "createdAt" DESC OFFSET ${MOST})`;
  work.audit({ action: "notice.watch", subjectType: "account", subjectId: accountId });
}
