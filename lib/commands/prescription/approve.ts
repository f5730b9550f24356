import "server-only";
import { decidePrescription } from "@/lib/db/review-prescription";
import type { Work } from "@/lib/db/transact";
import type { ApprovePrescription } from "@/lib/domain/review-input";

/** R12: only from here on is the prescription in effect; the patient may order. */
export async function approvePrescription(work: Work, input: ApprovePrescription): Promise<{ id: string }> {
  const { id, tellPatient } = await decidePrescription(work, input.prescriptionId, {
    verb: "prescription.approve",
    event: "approve",
    decision: "approved",
    points: input.points,
    pin: input.pin,
    seen: input.seen,
    says: "prescription_approved",
  });
  tellPatient();
  return { id };
}
