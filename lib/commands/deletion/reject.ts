import "server-only";
import { decideDeletion, requestToDecide } from "@/lib/db/decide-deletion";
import type { Work } from "@/lib/db/transact";
import type { DecideDeletion } from "@/lib/domain/deletion-input";

/** Rejects a request for deletion, with a reason that the applicant reads. Nothing goes. */
export async function rejectDeletion(work: Work, input: DecideDeletion): Promise<void> {
  const { id, patientId, accountId } = await requestToDecide(work, input.requestId);
  await decideDeletion(work, input, { status: "rejected" });
  work.audit({ action: "deletion.reject", subjectType: "deletion", subjectId: id, patientId });
  work.notify({ accountId, kind: "deletion_rejected", params: {}, path: "/patient/me/privacy" });
}
