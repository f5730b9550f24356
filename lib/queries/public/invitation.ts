import "server-only";
import { db } from "@/lib/db/client";
import { digest, unseal } from "@/lib/db/seal";

/** Whom an invitation is for, and the second factor to be set up; null where it is unknown, used, withdrawn or too old. */
export async function openInvitation(token: string, now: Date) {
  const found = await db().invitation.findFirst({
    where: {
      tokenDigest: digest("invitation", token),
      ...{ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      account: { status: "invited" },
    },
    select: {
      ...{ totpSealed: true, expiresAt: true },
      account: { select: { role: true, staff: { select: { staffNo: true, nameZh: true, nameEn: true } } } },
    },
  });
  const staff = found?.account.staff;
  if (!found?.totpSealed || !staff) return null;
  return { expiresAt: found.expiresAt, role: found.account.role, ...staff, totpSecret: unseal(found.totpSealed) };
}
