import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { patientSession } from "@/lib/domain/session";
import { env } from "@/lib/env";
import { TooManyAttempts } from "./attempts";
import { sessionCookie } from "./cookie";
import { endSession, signIn } from "./sign-in";

const Form = z.object({
  login: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
  code: z.string().trim().max(10).default(""),
});

/** next-auth carries a session id in its cookie and nothing else: who that is, the database says on each request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: patientSession.wholeMinutes * 60 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { login: {}, password: {}, code: {} },
        async authorize(sent, request) {
          const form = Form.safeParse(sent);
          if (!form.success) return null;
          const address =
            String(request.headers?.["x-forwarded-for"] ?? "")
              .split(",")[0]
              ?.trim() ?? "";
          const userAgent = request.headers?.["user-agent"] ?? null;
          try {
            const opened = await signIn({ ...form.data, address, userAgent }, new Date());
            return opened && { id: opened.accountId, sessionId: opened.sessionId };
          } catch (error) {
            if (error instanceof TooManyAttempts) throw new Error("too_many");
            throw error;
          }
        },
      }),
    ],
    callbacks: {
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
