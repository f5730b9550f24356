import "server-only";
import { unseal } from "@/lib/db/seal";
import { noteFollower } from "@/lib/db/sql/follower";
import { beginDelivery, endDelivery, type NoticeChannel } from "@/lib/db/sql/notice-delivery";
import { browsersOf, forgetBrowser } from "@/lib/db/sql/push-subscription";
import { groupOf, isUrgent, isWorthSms, quietUntil } from "@/lib/domain/notice-kinds";
import { env } from "@/lib/env";
import { sendPush } from "@/lib/gateways/push";
import { sendNoticeBySms } from "@/lib/gateways/sms";
import { sendTemplateMessage } from "@/lib/gateways/wechat";
import { noticeTitle } from "@/lib/i18n/notice-text";
import { noticeToSend } from "@/lib/queries/jobs/notice";

/** One delivery, begun, carried out and noted; a failure is noted and thrown on. */
async function deliver(
  noticeId: string,
  channel: NoticeChannel,
  now: Date,
  isOnce: boolean,
  send: () => Promise<"sent" | "unreachable">,
): Promise<string> {
  const standing = await beginDelivery(noticeId, channel, now, isOnce);
  if (standing !== "begun") return standing;
  try {
    const outcome = await send();
    await endDelivery(noticeId, channel, outcome, now);
    return outcome;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    await endDelivery(noticeId, channel, "failed", now, reason);
    throw error;
  }
}

/** Shows it in each browser that asked for it; a browser shows the same notice once, however often it is sent. */
async function show(accountId: string, notice: Parameters<typeof sendPush>[1]): Promise<"sent" | "unreachable"> {
  let isShown = false;
  for (const { id, browser } of await browsersOf(accountId))
    if ((await sendPush(browser, notice)) === "sent") isShown = true;
    else await forgetBrowser(id);
  return isShown ? "sent" : "unreachable";
}

/**
 * Sends a notice outside: to the receiver's WeChat and browsers, or, where neither is reached and it is worth it, as an SMS; no clinical
 * word (R32), one effect a channel. What the receiver keeps out stays in the notice centre. Returns a moment where it waits for quiet
 * hours to end.
 */
export async function sendNotice(noticeId: string, now: Date): Promise<Date | null> {
  const notice = await noticeToSend(noticeId);
  if (!notice) return null;
  const { kind, account } = notice;
  const group = groupOf(kind);
  if (group && account.mutedGroups.includes(group)) return null;
  const until = isUrgent(kind) ? null : quietUntil(now, account.quietFrom, account.quietTo);
  if (until) return until;
  const params = notice.params as Record<string, unknown>;
  const number = typeof params.number === "string" ? params.number : "—";
  const title = await noticeTitle(account.locale, kind);

  let isReached = false;
  const openId = account.wechatOpenId;
  if (openId) {
    const outcome = await deliver(noticeId, "wechat", now, false, () =>
      sendTemplateMessage({
        ...{ id: noticeId, openId, url: `${env().NEXTAUTH_URL}${notice.path}`, title, number },
        at: new Intl.DateTimeFormat("zh-CN", {
          ...{ timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" },
        }).format(notice.at),
      }),
    );
    // So that the person is asked to follow again.
    if (outcome === "unreachable") await noteFollower(openId, false, now);
    isReached = outcome !== "unreachable";
  }
  if (account._count.pushSubscriptions > 0) {
    const { path } = notice;
    const outcome = await deliver(noticeId, "push", now, false, () =>
      show(notice.accountId, { id: noticeId, title, path }),
    );
    isReached ||= outcome !== "unreachable";
  }
  const { phoneSealed } = account;
  if (!isReached && phoneSealed && account.role === "patient" && isWorthSms(kind))
    await deliver(noticeId, "sms", now, true, () => sendNoticeBySms(unseal(phoneSealed), title, number));
  return null;
}
