import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { v7 } from "uuid";
import { demoAccounts } from "../../prisma/seed/data/people";
import { ask } from "./database";
import { setting } from "./settings";

const DAY_MS = 86_400_000;

/** The account of a demonstration sign-in: a mobile number or a staff number. */
async function accountOf(login: string): Promise<string> {
  const name = demoAccounts.find((account) => account.login === login)?.displayName ?? "";
  const [row] = await ask<{ id: string }>(
    `SELECT a."id" FROM "Account" a LEFT JOIN "Staff" s ON s."accountId" = a."id"
     WHERE s."staffNo" = $1 OR (a."role" = 'patient' AND a."displayName" = $2)`,
    [login, name],
  );
  if (!row) throw new Error(`nobody signs in as ${login}`);
  return row.id;
}

const UUID = /^[0-9a-f-]{36}$/;

/** A session of an account (a demonstration sign-in, or its id), as the form would open it: its id and the cookie's value. */
export async function openSession(login: string): Promise<{ accountId: string; sessionId: string; cookie: string }> {
  const accountId = UUID.test(login) ? login : await accountOf(login);
  const sessionId = v7();
  const now = Date.now();
  await ask(
    'INSERT INTO "Session" ("id", "accountId", "createdAt", "expiresAt", "stepUpAt") VALUES ($1, $2, $3, $4, $3)',
    [sessionId, accountId, new Date(now), new Date(now + DAY_MS)],
  );
  const cookie = await encode({ token: { sid: sessionId }, secret: setting("NEXTAUTH_SECRET") });
  return { accountId, sessionId, cookie };
}

export const SESSION_COOKIE = "hospital.session";

/** Signs a browser in by cookie. Returns the account's id. */
export async function signInByCookie(context: BrowserContext, login: string): Promise<string> {
  const { accountId, cookie } = await openSession(login);
  await context.addCookies([
    { name: SESSION_COOKIE, value: cookie, url: setting("BASE_URL"), httpOnly: true, sameSite: "Lax" },
  ]);
  return accountId;
}
