import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { PENDING_MINUTES } from "@/lib/domain/wechat";
import { env } from "@/lib/env";
import { sessionCookie } from "./cookie";

/** Apart from the session's key: neither opens the other. */
const SALT = "pending-wechat";

function cookie() {
  const { name, options } = sessionCookie();
  return { name: name.replace("session", "wechat"), options };
}

/** Keeps, sealed in this browser for ten minutes, whose phone WeChat has just named; its owner has still to sign in and agree. */
export async function keepPendingWechat(openId: string): Promise<void> {
  const maxAge = PENDING_MINUTES * 60;
  const token = await encode({ token: { openId }, secret: env().NEXTAUTH_SECRET, salt: SALT, maxAge });
  const { name, options } = cookie();
  (await cookies()).set(name, token, { ...options, maxAge });
}

/** The phone that waits in this browser; null for none. */
export async function pendingWechat(): Promise<string | null> {
  const token = (await cookies()).get(cookie().name)?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET, salt: SALT }).catch(() => null);
  return typeof claims?.openId === "string" ? claims.openId : null;
}

export async function forgetPendingWechat(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
