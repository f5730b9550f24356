import "server-only";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/domain/id";

/** One member of staff as an administrator sees him or her; null where there is none. */
export async function staffMember(accountId: string, now: Date) {
  if (!isId(accountId)) return null;
  const found = await db().staff.findUnique({
    where: { accountId },
    select: {
      ...{ accountId: true, staffNo: true, nameZh: true, nameEn: true, certificateNo: true, licenceExpiresOn: true },
      account: {
        select: {
          ...{ role: true, status: true, passwordHash: true },
          doctor: {
            select: {
              ...{ title: true, practisingSince: true, scopeZh: true, scopeEn: true },
              department: { select: { nameZh: true, nameEn: true } },
            },
          },
          invitations: {
            where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
            select: { expiresAt: true },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { account, ...staff } = found;
  const { passwordHash, invitations, ...rest } = account;
  return {
    ...{ ...staff, ...rest },
    hasBeenIn: passwordHash !== null,
    invitedUntil: invitations[0]?.expiresAt ?? null,
  };
}

export type StaffMember = NonNullable<Awaited<ReturnType<typeof staffMember>>>;
