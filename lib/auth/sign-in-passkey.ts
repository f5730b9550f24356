import "server-only";
import { db } from "@/lib/db/client";
import { issueChallenge, spendChallenge } from "@/lib/db/passkey-challenge";
import { advancePasskey, findPasskey } from "@/lib/db/show-passkey";
import { challengeOf, type ShowPasskey } from "@/lib/domain/passkey-input";
import { signInAttempts } from "./attempts";
import { assertionOptions, readAssertion } from "./passkey";
import { openSession } from "./sign-in";

/** What the browser is to show where somebody signs in by passkey alone. */
export const askStrangerForPasskey = async (now: Date) => assertionOptions(await issueChallenge(null, now));

/**
 * Opens a session for whoever shows a passkey that finger, face or PIN has opened: both factors at once. Null where it is unknown,
 * wrong, of a challenge that was answered before, or its account may not sign in.
 */
export async function signInByPasskey(
  { answer }: ShowPasskey,
  request: { readonly address: string; readonly userAgent: string | null },
  now: Date,
): Promise<{ accountId: string; sessionId: string } | null> {
  await signInAttempts.fromAddress.consume(`passkey ${request.address}`);
  const challenge = challengeOf(answer);
  if (!challenge || !(await spendChallenge(challenge, null, now))) return null;
  const passkey = await findPasskey(answer.id);
  const counter = passkey && (await readAssertion(answer, challenge, passkey));
  if (!passkey || counter === null || !(await advancePasskey(passkey, counter, now))) return null;
  const account = await db().account.findFirst({
    where: { id: passkey.accountId, status: "active", role: { not: "patient" } },
    select: { id: true, role: true, displayName: true, locale: true },
  });
  if (!account) return null;
  const sessionId = await openSession(account, "passkey", request.userAgent, now);
  await signInAttempts.fromAddress.forgive(`passkey ${request.address}`);
  return { accountId: account.id, sessionId };
}
