import "server-only";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { phoneDigest, spendCode } from "@/lib/db/one-time-code";
import { seal } from "@/lib/db/seal";
import { maskPhone } from "@/lib/domain/one-time-code";
import { signInAttempts } from "./attempts";
import { openSession } from "./sign-in";

export interface CodeSignIn {
  readonly phone: string;
  readonly code: string;
  readonly locale: "zh-CN" | "en";
  readonly address: string;
  readonly userAgent: string | null;
}

/**
 * Signs a patient in by the code sent to the number; a number that is new becomes an account. Null for a wrong code and a disabled
 * account alike. Throws `TooManyAttempts`. Staff have no number to sign in by.
 */
export async function signInByCode(
  attempt: CodeSignIn,
  now: Date,
): Promise<{ accountId: string; sessionId: string } | null> {
  const loginDigest = phoneDigest(attempt.phone);
  const fromAddress = `${loginDigest} ${attempt.address}`;
  await signInAttempts.fromAddress.consume(fromAddress);
  await signInAttempts.ofAccount.consume(loginDigest);
  if (!(await spendCode("sign_in", attempt.phone, attempt.code, now))) return null;
  // Two devices may register the same number at the same time: one row, both in.
  await db().account.createMany({
    data: {
      ...{ id: newId(), role: "patient", displayName: maskPhone(attempt.phone), loginDigest },
      ...{ phoneSealed: seal(attempt.phone), locale: attempt.locale, createdAt: now },
    },
    skipDuplicates: true,
  });
  const account = await db().account.findFirst({
    where: { loginDigest, role: "patient", status: "active" },
    select: { id: true, role: true, displayName: true, locale: true },
  });
  if (!account) return null;
  const sessionId = await openSession(account, "code", attempt.userAgent, now);
  await signInAttempts.fromAddress.forgive(fromAddress);
  await signInAttempts.ofAccount.forgive(loginDigest);
  return { accountId: account.id, sessionId };
}
