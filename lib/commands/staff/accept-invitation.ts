import "server-only";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/** What the invited person has shown and set. */
export interface Acceptance {
  readonly token: string;
  readonly passwordHash: string;
  readonly totpSecret: string;
  readonly totpStep: number;
  readonly recoveryCodes: readonly string[];
}

/** The invited person takes the account over: once, in time, and with a second factor. `invitation_ended` otherwise. */
export async function acceptInvitation(work: Work, acceptance: Acceptance): Promise<void> {
  authorize(work.actor, "staff.accept_invitation");
  const tokenDigest = digest("invitation", acceptance.token);
  const [taken] = await work.tx.invitation.updateManyAndReturn({
    where: { tokenDigest, acceptedAt: null, revokedAt: null, expiresAt: { gt: work.now } },
    data: { acceptedAt: work.now },
    select: { id: true, accountId: true },
  });
  if (!taken) throw new Refusal("invitation_ended");
  const { accountId } = taken;
  const { count } = await work.tx.account.updateMany({
    where: { id: accountId, status: "invited" },
    data: {
      status: "active",
      passwordHash: acceptance.passwordHash,
      totpSealed: seal(acceptance.totpSecret),
      totpLastStep: acceptance.totpStep,
    },
  });
  if (count === 0) throw new Refusal("invitation_ended");
  await work.tx.recoveryCode.deleteMany({ where: { accountId } });
  await work.tx.recoveryCode.createMany({
    data: acceptance.recoveryCodes.map((code) => ({
      id: newId(),
      accountId,
      codeDigest: digest("recovery_code", code),
      createdAt: work.now,
    })),
  });
  work.audit({ action: "staff.accept_invitation", subjectType: "account", subjectId: accountId });
}
