import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import type { HoldPrescription } from "@/lib/domain/review-input";
import { conflict } from "@/lib/errors";

/** Lays a prescription back on the pile for the next pharmacist. */
export async function releasePrescription(work: Work, input: HoldPrescription): Promise<void> {
  authorize(work.actor, "prescription.release");
  const { count } = await work.tx.prescription.updateMany({
    where: { id: input.prescriptionId, claimedById: asPerson(work.actor).accountId, status: "in_review" },
    data: { claimedById: null, claimedUntil: null },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "prescription.release", subjectType: "prescription", subjectId: input.prescriptionId });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id: input.prescriptionId } });
}
