import "server-only";
import { db } from "@/lib/db/client";

/** The language of the account that this WeChat is bound to; Chinese where it is bound to none. */
export async function localeOfFollower(openId: string): Promise<string> {
  const account = await db().account.findUnique({ where: { wechatOpenId: openId }, select: { locale: true } });
  return account?.locale ?? "zh-CN";
}
