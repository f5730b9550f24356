import "server-only";
import { resubmit, returnedPrescription } from "@/lib/db/returned-prescription";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { requireLicence } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import type { Revise } from "@/lib/domain/prescription-input";

/** The doctor corrects a prescription that the pharmacist returned: version n + 1, to be reviewed like the first. */
export async function revise(work: Work, input: Revise): Promise<{ id: string; version: number }> {
  authorize(work.actor, "prescription.revise");
  requireLicence(asPerson(work.actor), work.now);
  const { prescriptionId, ...content } = input;
  const returned = await returnedPrescription(work, prescriptionId, "revise");
  return resubmit(work, returned, "revise", content);
}
