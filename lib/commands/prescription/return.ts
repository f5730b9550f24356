import "server-only";
import { decidePrescription } from "@/lib/db/review-prescription";
import type { Work } from "@/lib/db/transact";
import type { ReturnPrescription } from "@/lib/domain/review-input";

/** R19: sent back to the doctor with a coded reason; the pharmacist alters nothing. */
export async function returnPrescription(work: Work, input: ReturnPrescription): Promise<{ id: string }> {
  const { id, tellDoctor } = await decidePrescription(work, input.prescriptionId, {
    verb: "prescription.return",
    event: "return",
    decision: "returned",
    reasonCode: input.reasonCode,
    note: input.note,
    seen: input.seen,
    says: "prescription_returned",
  });
  tellDoctor();
  return { id };
}
