import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { prescriptionMachine } from "@/lib/domain/prescription";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";

/** R15: a prescription that was not used in its days of validity expires. One whose order is being paid or prepared stays. */
export async function sweepPrescription(work: Work, input: { id: string }): Promise<void> {
  authorize(work.actor, "prescription.sweep");
  const due = await work.tx.prescription.findFirst({
    where: {
      id: input.id,
      validUntil: { lte: work.now },
      orders: { none: { status: { notIn: ["lapsed", "cancelled"] } } },
    },
    select: {
      id: true,
      number: true,
      status: true,
      version: true,
      accountId: true,
      patientId: true,
      consultationId: true,
    },
  });
  if (!due || !prescriptionMachine.can(due.status, "expire")) throw conflict();
  const { count } = await work.tx.prescription.updateMany({
    where: { id: due.id, status: due.status, version: due.version },
    data: {
      status: prescriptionMachine.next(due.status, "expire"),
      claimedById: null,
      claimedUntil: null,
      closedAt: work.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict();
  work.audit({
    action: "prescription.expire",
    subjectType: "prescription",
    subjectId: due.id,
    patientId: due.patientId,
    detail: { from: due.status },
  });
  work.notify({
    accountId: due.accountId,
    kind: "prescription_expired",
    params: { number: due.number },
    path: `/patient/prescriptions/${due.id}`,
  });
  work.emit({ channel: channels.consultation(due.consultationId), event: "changed", data: { id: due.consultationId } });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id: due.id } });
}
