import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

/** The tests of one of the doctor's consultations, the newest first, and whether one can be ordered. Throws `not_found`. */
export async function testOrders(actor: Person, now: Date, consultationId: string) {
  if (!isId(consultationId)) throw notFound();
  const found = await db().consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(actor)] },
    select: {
      ...{ id: true, number: true, status: true },
      patient: { select: { id: true, name: true, sex: true, birthDate: true } },
      testOrders: {
        orderBy: { createdAt: "desc" },
        select: { id: true, number: true, code: true, dueOn: true, instructions: true, status: true, closedAt: true },
      },
    },
  });
  if (!found) throw notFound();
  const { id: subjectId, patient } = found;
  await recordView(actor, now, {
    ...{ action: "test_order.view", subjectType: "consultation", subjectId, patientId: patient.id },
  });
  return found;
}
