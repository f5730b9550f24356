import "server-only";
import { resubmit, returnedPrescription } from "@/lib/db/returned-prescription";
import { storedFindings } from "@/lib/db/stored-findings";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { findingKey } from "@/lib/domain/finding";
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
  const { items, findings, overrides: _, weightKg, ...newest } = returned.newest;
  const content = PrescriptionContent.parse({
    ...newest,
    items: items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() })),
    weightKg: weightKg?.toNumber() ?? null,
    // One reason answers every warning that the version was returned with.
    overrides: storedFindings.parse(findings).map((each) => ({ finding: findingKey(each), reason: input.reason })),
    isDoseConfirmed: true,
    patientConfirmed: true,
  });
  return resubmit(work, returned, "double_sign", { ...content, pin: input.pin });
}
