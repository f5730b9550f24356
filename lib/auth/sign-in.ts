import "server-only";
import { db } from "@/lib/db/client";
import type { SignInMethod } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { digest, unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Role } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { sessionLimits } from "@/lib/domain/session";
import { signInAttempts } from "./attempts";
import { verifyPassword } from "./password";
import { readRecoveryCode } from "./recovery";
import { totpStep } from "./second-factor";

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly code: string;
  readonly address: string;
  readonly userAgent: string | null;
}

/**
 * Checks who it is and opens a session. Unknown account, wrong password, wrong code and disabled account give the
 * same null; throws `TooManyAttempts` when the limits are used up.
 */
export async function signIn(attempt: SignIn, now: Date): Promise<{ accountId: string; sessionId: string } | null> {
  const loginDigest = digest("login", attempt.login);
  const fromAddress = `${loginDigest} ${attempt.address}`;
  await signInAttempts.fromAddress.consume(fromAddress);
  await signInAttempts.ofAccount.consume(loginDigest);

  const account = await db().account.findUnique({
    where: { loginDigest },
    select: {
      id: true,
      role: true,
      status: true,
      displayName: true,
      locale: true,
      passwordHash: true,
      totpSealed: true,
    },
  });
  const isRight = await verifyPassword(account?.passwordHash ?? null, attempt.password);
  if (!account || !isRight || account.status !== "active") return null;
  // Staff without a second factor do not get in at all.
  if (account.role !== "patient" && !(await passSecondFactor(account, attempt.code, now))) return null;

  const sessionId = await openSession(account, "password", attempt.userAgent, now);
  await signInAttempts.fromAddress.forgive(fromAddress);
  await signInAttempts.ofAccount.forgive(loginDigest);
  return { accountId: account.id, sessionId };
}

/** Opens a session for somebody whose identity was just checked (staff: with the second factor), and writes that down. Its id. */
export async function openSession(
  account: { readonly id: string; readonly role: Role; readonly displayName: string; readonly locale: string },
  method: SignInMethod,
  userAgent: string | null,
  now: Date,
): Promise<string> {
  const sessionId = newId();
  const stepUpAt = account.role === "patient" ? null : now;
  await db().session.create({
    data: {
      ...{ id: sessionId, accountId: account.id, method, createdAt: now, lastSeenAt: now, stepUpAt },
      expiresAt: addMinutes(now, sessionLimits(account.role).wholeMinutes),
      userAgent: userAgent?.slice(0, 200) ?? null,
    },
    select: { id: true },
  });
  const { id: accountId, role, displayName: name, locale } = account;
  await recordView(
    { accountId, role, sessionId, name, locale, stepUpAt, licensedUntil: null, actingFor: null, unread: 0 },
    now,
    {
      action: "account.sign_in",
      subjectType: "account",
      subjectId: accountId,
      detail: { method },
    },
  );
  return sessionId;
}

async function passSecondFactor(account: { id: string; totpSealed: string | null }, code: string, now: Date) {
  const recoveryCode = readRecoveryCode(code);
  if (recoveryCode !== null) return spendRecoveryCode(account.id, recoveryCode, now);
  if (!account.totpSealed) return false;
  const step = await totpStep(unseal(account.totpSealed), code, now);
  if (step === null) return false;
  const { count } = await db().account.updateMany({
    where: { id: account.id, totpLastStep: { lt: step } },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** A recovery code stands in for the second factor, once. */
async function spendRecoveryCode(accountId: string, code: string, now: Date) {
  const { count } = await db().recoveryCode.updateMany({
    where: { accountId, codeDigest: digest("recovery_code", code), usedAt: null },
    data: { usedAt: now },
  });
  if (count === 0) return false;
  // Its owner hears of it, whoever it was.
  const notice = { id: newId(), accountId, kind: "recovery_code_used", params: {}, path: "/security", at: now };
  await db().notice.create({ data: notice, select: { id: true } });
  return true;
}

/** Ends a session: its cookie opens nothing from the next request on. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } });
}
