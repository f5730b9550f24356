import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { asPerson } from "@/lib/domain/actor";
import { callKinds } from "@/lib/domain/call";
import type { StartCall } from "@/lib/domain/call-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/** Rings the other side of a consultation by voice or video. Refusals: `call_not_open`, and `call_live` where one is under way. */
export async function startCall(
  work: Work,
  { id: consultationId, kind, tab, agreesToRecording }: StartCall,
): Promise<{ id: string }> {
  authorize(work.actor, "call.start");
  const { accountId, role } = asPerson(work.actor);
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(work.actor)] },
    select: {
      ...{ number: true, status: true, channel: true, accountId: true, doctorId: true, patientId: true },
      offering: { select: { isRecorded: true } },
    },
  });
  if (!found) throw notFound();
  if (found.status !== "in_progress" || !callKinds(found.channel).includes(kind)) throw new Refusal("call_not_open");
  const id = newId();
  const agrees = found.offering.isRecorded && agreesToRecording;
  const at = { startedAt: work.now, callerSeenAt: work.now, callerAgreedAt: agrees ? work.now : null };
  await work.tx.call
    .create({ data: { id, consultationId, kind, startedById: accountId, callerTab: tab, ...at }, select: { id: true } })
    .catch((error) => {
      throw isUniqueViolation(error) ? new Refusal("call_live") : error;
    });
  await appendMessage(work, { consultationId, kind: "system", body: "call_started" });
  const [otherId, portal] = role === "doctor" ? [found.accountId, "patient"] : [found.doctorId, "doctor"];
  work.notify({
    accountId: otherId,
    kind: "call_ringing",
    params: { number: found.number },
    path: `/${portal}/consultations/${consultationId}/call`,
  });
  work.audit({
    action: "call.start",
    subjectType: "call",
    subjectId: id,
    patientId: found.patientId,
    detail: { kind, agrees },
  });
  return { id };
}
