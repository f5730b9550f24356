import "server-only";
import { randomBytes } from "node:crypto";
import { addMinutes } from "@/lib/domain/calendar";
import { db } from "./client";
import { newId } from "./id";

const GOOD_MINUTES = 5;

/** A challenge for one ceremony, kept for five minutes; `accountId` null where nobody has said who it is. */
export async function issueChallenge(accountId: string | null, now: Date): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  await db().passkeyChallenge.create({
    data: { id: newId(), accountId, challenge, expiresAt: addMinutes(now, GOOD_MINUTES) },
    select: { id: true },
  });
  return challenge;
}

/** Whether the challenge was issued for this account (or for nobody yet), is fresh and was not answered before: it serves once. */
export async function spendChallenge(challenge: string, accountId: string | null, now: Date): Promise<boolean> {
  const { count } = await db().passkeyChallenge.updateMany({
    where: { challenge, accountId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
