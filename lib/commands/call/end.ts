import "server-only";
import { endLiveCall } from "@/lib/db/end-call";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { endOf } from "@/lib/domain/call";
import type { EndCall } from "@/lib/domain/call-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/** Puts a call down: declined or given up while it rings, hung up once it was answered. Throws `conflict` where it has ended. */
export async function endCall(work: Work, { id }: EndCall): Promise<void> {
  authorize(work.actor, "call.end");
  const { accountId } = asPerson(work.actor);
  const call = await work.tx.call.findFirst({
    where: { id, consultation: scope.consultation(work.actor) },
    select: {
      ...{ id: true, consultationId: true, status: true, answeredAt: true, startedById: true },
      consultation: { select: { patientId: true } },
    },
  });
  if (!call) throw notFound();
  if (call.status === "ended") throw conflict();
  const reason = endOf(call.status, call.startedById === accountId);
  if (!(await endLiveCall(work, call, reason))) throw conflict();
  const { patientId } = call.consultation;
  work.audit({ action: "call.end", subjectType: "call", subjectId: id, patientId, detail: { reason } });
}
