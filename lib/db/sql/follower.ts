import "server-only";
import { db } from "../client";

/** Notes from when on somebody follows the official account or not; what is older than what is known changes nothing. One statement. */
export const noteFollower = (openId: string, isFollowing: boolean, at: Date) =>
  db().$executeRaw`
    INSERT INTO "WechatFollower" AS f ("openId", "isFollowing", "changedAt") VALUES (${openId}, ${isFollowing}, ${at})
    ON CONFLICT ("openId") DO UPDATE SET "isFollowing" = EXCLUDED."isFollowing", "changedAt" = EXCLUDED."changedAt"
    WHERE f."changedAt" <= EXCLUDED."changedAt"`;
