import "server-only";
import { randomBytes } from "node:crypto";
import { generateSecret } from "otplib";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { INVITATION_HOURS } from "@/lib/domain/invitation";
import { newId } from "./id";
import { digest, seal } from "./seal";
import type { Work } from "./transact";

/**
 * A new invitation for an account, in place of any that is open, with the second factor to be set up. Returns the token: it is
 * shown once, and only its digest is kept.
 */
export async function invite(
  work: Work,
  accountId: string,
  invitedById = asPerson(work.actor).accountId,
): Promise<string> {
  await work.tx.invitation.updateMany({
    where: { accountId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: work.now },
  });
  const token = randomBytes(32).toString("hex");
  await work.tx.invitation.create({
    data: {
      id: newId(),
      accountId,
      tokenDigest: digest("invitation", token),
      invitedById,
      createdAt: work.now,
      expiresAt: addMinutes(work.now, INVITATION_HOURS * 60),
      totpSealed: seal(generateSecret()),
    },
    select: { id: true },
  });
  return token;
}
