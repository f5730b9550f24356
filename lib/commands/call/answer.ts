import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { AnswerCall } from "@/lib/domain/call-input";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { notFound, Refusal } from "@/lib/errors";

/** Answers a call in this tab. Of two tabs or devices one gets it; the other is refused with `call_gone`. */
export async function answerCall(work: Work, { id, tab, agreesToRecording }: AnswerCall): Promise<void> {
  authorize(work.actor, "call.answer");
  const { accountId } = asPerson(work.actor);
  const found = await work.tx.call.findFirst({
    where: { id, startedById: { not: accountId }, consultation: scope.consultation(work.actor) },
    select: {
      consultationId: true,
      consultation: { select: { patientId: true, offering: { select: { isRecorded: true } } } },
    },
  });
  if (!found) throw notFound();
  const { patientId, offering } = found.consultation;
  const agrees = offering.isRecorded && agreesToRecording;
  const { count } = await work.tx.call.updateMany({
    where: { id, status: "ringing" },
    data: {
      status: "active",
      answererTab: tab,
      answeredAt: work.now,
      answererSeenAt: work.now,
      answererAgreedAt: agrees ? work.now : null,
    },
  });
  if (count === 0) throw new Refusal("call_gone");
  work.emit({
    channel: channels.consultation(found.consultationId),
    event: "changed",
    data: { id: found.consultationId },
  });
  work.audit({ action: "call.answer", subjectType: "call", subjectId: id, patientId, detail: { agrees } });
}
