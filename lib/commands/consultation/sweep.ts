import "server-only";
import { closeConsultation, openConsultationSelect } from "@/lib/db/close-consultation";
import type { Work } from "@/lib/db/transact";
import { eventWhenDue } from "@/lib/domain/consultation";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** What the system does when a deadline of one consultation has passed; `conflict` where somebody acted meanwhile. */
export async function sweepConsultation(work: Work, input: { id: string }): Promise<void> {
  authorize(work.actor, "consultation.sweep");
  const due = await work.tx.consultation.findFirst({
    where: { id: input.id, dueAt: { lte: work.now } },
    select: { ...openConsultationSelect, firstReplyAt: true },
  });
  const event = due && eventWhenDue(due.status, due.firstReplyAt !== null);
  if (!event) throw conflict();
  await closeConsultation(work, due, event);
}
