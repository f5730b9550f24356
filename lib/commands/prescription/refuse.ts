import "server-only";
import { decidePrescription } from "@/lib/db/review-prescription";
import type { Work } from "@/lib/db/transact";
import type { RefusePrescription } from "@/lib/domain/review-input";

/** The pharmacist's final no: the prescription takes no effect, and both sides are told. */
export async function refusePrescription(work: Work, input: RefusePrescription): Promise<{ id: string }> {
  const { id, tellDoctor, tellPatient } = await decidePrescription(work, input.prescriptionId, {
    verb: "prescription.refuse",
    event: "refuse",
    decision: "refused",
    note: input.note,
    seen: input.seen,
    says: "prescription_refused",
  });
  tellDoctor();
  tellPatient();
  return { id };
}
