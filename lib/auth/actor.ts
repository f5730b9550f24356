import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { findSession } from "@/lib/db/sql/session";
import { type Person, portalOf, type Role } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { sessionCookie } from "./cookie";

/** The person behind this request, as the database knows him or her now; null for a stranger. Read once a request. */
export const currentActor = cache(async (): Promise<Person | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return typeof claims?.sid === "string" ? findSession(claims.sid, new Date()) : null;
});

/**
 * The person behind a page of one portal. Strangers are sent to sign in; other roles find nothing here.
 * Every page calls it: a layout only decorates.
 */
export async function requireActor(...roles: [Role, ...Role[]]): Promise<Person> {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!roles.includes(actor.role)) {
    if (portalOf[actor.role] === portalOf[roles[0]]) notFound();
    redirect(portalOf[actor.role]);
  }
  return actor;
}
