import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import type { ShareReport } from "@/lib/domain/consultation-input";
import { authorize } from "@/lib/domain/policy";
import { recordPanel } from "@/lib/domain/record-panel";
import { reportText } from "@/lib/domain/shared-report";
import { notFound, Refusal } from "@/lib/errors";

/** Puts a report of the patient's own record into the conversation, as it reads now. Refuses with `conversation_closed`. */
export async function shareReport(work: Work, input: ShareReport): Promise<void> {
  authorize(work.actor, "record.share");
  const { consultationId, fhirId } = input;
  const talk = await work.tx.consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(work.actor)] },
    select: {
      ...{ status: true, patientId: true },
      patient: {
        select: {
          record: {
            where: { OR: [{ kind: "report", fhirId }, { kind: "observation" }] },
            select: {
              ...{ kind: true, fhirId: true, occurredAt: true, display: true, mappedCode: true, isActive: true },
              detail: true,
            },
          },
        },
      },
    },
  });
  const [report] = talk ? recordPanel(talk.patient.record).reports : [];
  if (!talk || !report) throw notFound();
  if (talk.status !== "in_progress") throw new Refusal("conversation_closed");
  await appendMessage(work, { consultationId, kind: "record", text: reportText(report) });
  work.audit({
    action: "record.share",
    subjectType: "consultation",
    subjectId: consultationId,
    patientId: talk.patientId,
  });
}
