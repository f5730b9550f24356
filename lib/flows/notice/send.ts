import "server-only";
import { noteFollower } from "@/lib/db/sql/follower";
import { env } from "@/lib/env";
import { sendTemplateMessage } from "@/lib/gateways/wechat";
import { noticeTitle } from "@/lib/i18n/notice-text";
import { noticeToSend } from "@/lib/queries/jobs/notice";

/** Sends a notice to the receiver's WeChat: what kind, which number, when; no clinical word (R32). Who has no WeChat reads it in the notice centre. */
export async function sendNotice(noticeId: string): Promise<void> {
  const notice = await noticeToSend(noticeId);
  if (!notice?.account.wechatOpenId) return;
  const params = notice.params as Record<string, unknown>;
  const outcome = await sendTemplateMessage({
    id: noticeId,
    openId: notice.account.wechatOpenId,
    url: `${env().NEXTAUTH_URL}${notice.path}`,
    title: await noticeTitle(notice.account.locale, notice.kind),
    number: typeof params.number === "string" ? params.number : "—",
    at: new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(
      notice.at,
    ),
  });
  // So that the person is asked to follow again.
  if (outcome === "unreachable") await noteFollower(notice.account.wechatOpenId, false, new Date());
}
