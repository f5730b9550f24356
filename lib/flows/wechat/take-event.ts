import "server-only";
import { noteFollower } from "@/lib/db/sql/follower";
import type { Run } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { entranceAddress } from "@/lib/domain/wechat";
import { appOrigin } from "@/lib/env";
import { readWechatEvent, textReply, verifyWechat } from "@/lib/gateways/wechat-events";
import { wechatText } from "@/lib/i18n/wechat-text";
import { localeOfFollower } from "@/lib/queries/jobs/follower";

/** What WeChat asks to have said back when it makes sure that this address is ours. Throws `bad_signature`. */
export function echoWechat(run: Run, query: URLSearchParams): string {
  verifyWechat(query, run.now);
  return query.get("echostr") ?? "";
}

/**
 * Takes an event of the official account: who follows it or leaves; doubles and stragglers change nothing. Returns the answer to show:
 * a welcome with the way in, null where nothing is to be said. Throws `bad_signature` or `invalid_input`.
 */
export async function takeWechatEvent(run: Run, raw: string, query: URLSearchParams): Promise<string | null> {
  authorize(run.actor, "wechat.follow");
  verifyWechat(query, run.now);
  const event = readWechatEvent(raw);
  const { openId, at, kind } = event;
  if (kind === "subscribe" || kind === "unsubscribe") await noteFollower(openId, kind === "subscribe", at);
  if (kind !== "subscribe" && kind !== "scan" && kind !== "text") return null;
  const text = await wechatText(await localeOfFollower(openId), kind === "text" ? "help" : "welcome", {
    home: entranceAddress(appOrigin(), "home"),
    bind: entranceAddress(appOrigin(), "wechat"),
  });
  return textReply(event, text, run.now);
}
