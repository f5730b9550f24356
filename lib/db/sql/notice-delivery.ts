import "server-only";
import { db } from "../client";

export type NoticeChannel = "wechat" | "push" | "sms";
export type DeliveryStatus = "sent" | "unreachable" | "failed";

/**
 * Takes a notice's delivery by one channel in hand ("begun"), or says how it stands: "sent" and "unreachable" stay; and, for a channel
 * that does not know a message again (`isOnce`), also "sending": somebody has begun and nobody knows how that ended; better none than two.
 */
export async function beginDelivery(
  noticeId: string,
  channel: NoticeChannel,
  now: Date,
  isOnce: boolean,
): Promise<"begun" | "sending" | DeliveryStatus> {
  const rows = await db().$queryRaw<unknown[]>`
    INSERT INTO "NoticeDelivery" ("noticeId", "channel", "status", "at") VALUES (${noticeId}::uuid, ${channel}, 'sending', ${now})
    ON CONFLICT ("noticeId", "channel") DO UPDATE SET "status" = 'sending', "at" = EXCLUDED."at"
      WHERE "NoticeDelivery"."status" = 'failed' OR ("NoticeDelivery"."status" = 'sending' AND NOT ${isOnce})
    RETURNING "noticeId"`;
  if (rows.length > 0) return "begun";
  const { status } = await db().noticeDelivery.findUniqueOrThrow({
    where: { noticeId_channel: { noticeId, channel } },
    select: { status: true },
  });
  return status as "sending" | DeliveryStatus;
}

/** Notes what became of it, with the service's own code. */
export async function endDelivery(
  noticeId: string,
  channel: NoticeChannel,
  status: DeliveryStatus,
  now: Date,
  reason = "",
): Promise<void> {
  await db().noticeDelivery.update({
    where: { noticeId_channel: { noticeId, channel } },
    data: { status, reason: reason.slice(0, 80), at: now },
    select: { noticeId: true },
  });
}
