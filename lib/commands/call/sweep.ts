import "server-only";
import { endLiveCall } from "@/lib/db/end-call";
import type { Work } from "@/lib/db/transact";
import { addSeconds } from "@/lib/domain/calendar";
import { RING_SECONDS, SILENT_SECONDS } from "@/lib/domain/call";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Ends a call that nobody answered, or of which one end is not heard any more; `conflict` where it has ended or goes on. */
export async function sweepCall(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "call.sweep");
  const call = await work.tx.call.findUnique({
    where: { id },
    select: {
      ...{ id: true, consultationId: true, status: true, answeredAt: true, startedAt: true },
      ...{ callerSeenAt: true, answererSeenAt: true },
    },
  });
  if (!call || call.status === "ended") throw conflict();
  const silent = addSeconds(work.now, -SILENT_SECONDS);
  const isUnanswered = call.status === "ringing" && call.startedAt <= addSeconds(work.now, -RING_SECONDS);
  const isDropped =
    call.status === "active" && (call.callerSeenAt <= silent || (call.answererSeenAt ?? call.startedAt) <= silent);
  if (!isUnanswered && !isDropped) throw conflict();
  if (!(await endLiveCall(work, call, isUnanswered ? "missed" : "dropped"))) throw conflict();
  work.audit({ action: "call.sweep", subjectType: "call", subjectId: id });
}
