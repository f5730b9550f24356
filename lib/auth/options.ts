import "server-only";
import type { NextAuthOptions } from "next-auth";
import { patientSession } from "@/lib/domain/session";
import { env } from "@/lib/env";
import { sessionCookie } from "./cookie";
import { codeProvider } from "./providers/code";
import { passkeyProvider } from "./providers/passkey";
import { passwordProvider } from "./providers/password";
import { wechatProvider } from "./providers/wechat";
import { endSession } from "./sign-in";

/** next-auth carries a session id in its cookie and nothing else: who that is, the database says on each request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: patientSession.wholeMinutes * 60 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(), codeProvider(), passkeyProvider(), wechatProvider()],
    callbacks: {
      // A way that ends in no session says where it goes on instead.
      signIn: ({ user }) => ("goTo" in user && typeof user.goTo === "string" ? user.goTo : true),
      // `user` is there at sign-in alone; what a browser sends as an update is not looked at.
      jwt: ({ token, user }) => (user && "sessionId" in user ? { sid: user.sessionId } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (new URL(url, baseUrl).origin === baseUrl ? new URL(url, baseUrl).href : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSession(token.sid, new Date());
      },
    },
  };
}
