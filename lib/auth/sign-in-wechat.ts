import "server-only";
import { headers } from "next/headers";
import { db } from "@/lib/db/client";
import { isWechatBrowser } from "@/lib/domain/wechat";
import { env } from "@/lib/env";
import { currentActor } from "./actor";
import { keepPendingWechat } from "./pending-wechat";
import { openSession } from "./sign-in";

/** Whether WeChat's sign-in can be used from a browser: its own, or any where another address than WeChat's is configured. */
export const canSignInByWechat = (userAgent: string | null): boolean =>
  isWechatBrowser(userAgent ?? "") || new URL(env().WECHAT_OAUTH_BASE).hostname !== "open.weixin.qq.com";

/** A session, or the page where it goes on. */
export type WechatSignIn = { readonly sessionId: string } | { readonly goTo: string };

/**
 * Signs in the patient whose account this WeChat is bound to. A phone that nobody has bound waits until its owner has signed in and
 * agreed; one that is bound to somebody else than who is signed in here is turned away. Staff never get in this way.
 */
export async function signInByWechat(openId: string, now: Date): Promise<WechatSignIn> {
  const [here, account] = await Promise.all([
    currentActor(),
    db().account.findFirst({
      where: { wechatOpenId: openId, role: "patient", status: "active" },
      select: { id: true, role: true, displayName: true, locale: true },
    }),
  ]);
  if (!account) {
    await keepPendingWechat(openId);
    return { goTo: "/patient/me/wechat" };
  }
  if (here && here.accountId !== account.id) return { goTo: "/patient/me/wechat?taken=yes" };
  if (here) return { sessionId: here.sessionId };
  return { sessionId: await openSession(account, "wechat", (await headers()).get("user-agent"), now) };
}
