import "server-only";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";

/** `unbound`, or bound to a WeChat that follows the official account or does not, as far as WeChat has said. */
export type WechatStanding = "unbound" | "following" | "not_following";

/** How the account stands with the official account, in one statement. */
export async function wechatStanding(actor: Person): Promise<WechatStanding> {
  const [row] = await db().$queryRaw<{ openId: string | null; isFollowing: boolean | null }[]>`
    SELECT a."wechatOpenId" AS "openId", f."isFollowing" FROM "Account" a
    LEFT JOIN "WechatFollower" f ON f."openId" = a."wechatOpenId" WHERE a."id" = ${actor.accountId}::uuid`;
  if (!row?.openId) return "unbound";
  return row.isFollowing ? "following" : "not_following";
}
