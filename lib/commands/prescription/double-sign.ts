import "server-only";
import { resubmit, returnedPrescription } from "@/lib/db/returned-prescription";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { requireLicence } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import { type DoubleSign, PrescriptionContent } from "@/lib/domain/prescription-input";

/**
 * The doctor stands by a returned prescription: the same content as a new version, with the reason and a second signature (R18).
 * The pharmacist may still refuse it for good (R19).
 */
export async function doubleSign(work: Work, input: DoubleSign): Promise<{ id: string; version: number }> {
  authorize(work.actor, "prescription.double_sign");
  requireLicence(asPerson(work.actor), work.now);
  const returned = await returnedPrescription(work, input.prescriptionId, "double_sign");
  const { items, ...newest } = returned.newest;
  const content = PrescriptionContent.parse({
    ...newest,
    items: items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() })),
    overrideReason: input.reason,
    isDoseConfirmed: true,
  });
  return resubmit(work, returned, "double_sign", content);
}
