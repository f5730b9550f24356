import "server-only";
import { randomInt } from "node:crypto";
import { addMinutes } from "@/lib/domain/calendar";
import { CODE_DIGITS, CODE_MINUTES, MOST_MISSES, RESEND_SECONDS } from "@/lib/domain/one-time-code";
import { db } from "./client";
import type { CodePurpose } from "./generated/client";
import { newId } from "./id";
import { digest } from "./seal";
import type { Work } from "./transact";

export const phoneDigest = (phone: string): string => digest("login", phone);

const codeDigest = (purpose: CodePurpose, phone: string, code: string) =>
  digest("one_time_code", `${purpose} ${phone} ${code}`);

/**
 * A new code for one number and one purpose, in place of an earlier one; null where one was made less than a minute ago. The code
 * itself is kept nowhere: it goes to the gateway.
 */
export async function issueCode(work: Work, purpose: CodePurpose, phone: string): Promise<string | null> {
  const owner = phoneDigest(phone);
  // Two presses at the same time send one message.
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${purpose} ${owner}`}, 0))`;
  const recent = await work.tx.oneTimeCode.count({
    where: { purpose, phoneDigest: owner, createdAt: { gt: addMinutes(work.now, -RESEND_SECONDS / 60) } },
  });
  if (recent > 0) return null;
  await work.tx.oneTimeCode.updateMany({
    where: { purpose, phoneDigest: owner, usedAt: null },
    data: { usedAt: work.now },
  });
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  await work.tx.oneTimeCode.create({
    data: {
      ...{ id: newId(), purpose, phoneDigest: owner, codeDigest: codeDigest(purpose, phone, code) },
      ...{ createdAt: work.now, expiresAt: addMinutes(work.now, CODE_MINUTES) },
    },
    select: { id: true },
  });
  return code;
}

/** Whether this is the code that was sent to this number for this purpose: it serves once, and a wrong one counts as a miss. */
export async function spendCode(purpose: CodePurpose, phone: string, code: string, now: Date): Promise<boolean> {
  const owner = phoneDigest(phone);
  const live = { purpose, phoneDigest: owner, usedAt: null, expiresAt: { gt: now }, misses: { lt: MOST_MISSES } };
  const spent = await db().oneTimeCode.updateMany({
    where: { ...live, codeDigest: codeDigest(purpose, phone, code) },
    data: { usedAt: now },
  });
  if (spent.count === 1) return true;
  await db().oneTimeCode.updateMany({ where: live, data: { misses: { increment: 1 } } });
  return false;
}
