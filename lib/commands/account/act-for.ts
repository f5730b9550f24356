import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ActFor } from "@/lib/domain/patient-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Whom this session acts for from now on; without a person, nobody in particular. */
export async function actFor(work: Work, { patientId }: ActFor): Promise<void> {
  authorize(work.actor, "account.act_for");
  const { accountId, sessionId } = asPerson(work.actor);
  if (patientId) {
    const own = await work.tx.patient.count({ where: { AND: [{ id: patientId }, scope.patient(work.actor)] } });
    if (own === 0) throw notFound();
  }
  await work.tx.session.updateMany({
    where: { id: sessionId, accountId, endedAt: null },
    data: { actingForId: patientId ?? null },
  });
  work.audit({
    action: "account.act_for",
    subjectType: "account",
    subjectId: accountId,
    patientId: patientId ?? null,
  });
}
