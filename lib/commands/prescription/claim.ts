import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { CLAIM_MINUTES, prescriptionMachine } from "@/lib/domain/prescription";
import { channels } from "@/lib/domain/realtime";
import type { HoldPrescription } from "@/lib/domain/review-input";
import { Refusal } from "@/lib/errors";

/** Takes a prescription in hand for ten minutes, or holds it ten minutes longer: one pharmacist at a time, by one conditional update. */
export async function claimPrescription(work: Work, input: HoldPrescription): Promise<{ id: string }> {
  authorize(work.actor, "prescription.claim");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.prescription.updateMany({
    where: {
      AND: [
        { id: input.prescriptionId, status: { in: prescriptionMachine.statesFor("approve") } },
        { doctorId: { not: accountId } },
        scope.prescription(work.actor),
        { OR: [{ claimedById: null }, { claimedById: accountId }, { claimedUntil: { lte: work.now } }] },
      ],
    },
    data: { claimedById: accountId, claimedUntil: addMinutes(work.now, CLAIM_MINUTES) },
  });
  if (count === 0) throw new Refusal("claimed_by_other");
  work.audit({ action: "prescription.claim", subjectType: "prescription", subjectId: input.prescriptionId });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id: input.prescriptionId } });
  return { id: input.prescriptionId };
}
