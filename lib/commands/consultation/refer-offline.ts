import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { closeConsultation, openConsultationSelect } from "@/lib/db/close-consultation";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import type { ReferOffline } from "@/lib/domain/consultation-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** R8: what turns out unsuitable online is ended and directed to the hospital, at once where the reason is urgent; the fee goes back. */
export async function referOffline(work: Work, input: ReferOffline): Promise<{ id: string }> {
  authorize(work.actor, "consultation.refer_offline");
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: openConsultationSelect,
  });
  if (!found) throw notFound();
  const { id } = found;
  await closeConsultation(work, found, "refer_offline", { reason: input.reason, advice: input.advice });
  const params = { reason: input.reason };
  await appendMessage(work, { consultationId: id, kind: "system", body: "referred_offline", params });
  return { id };
}
