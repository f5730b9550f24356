import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { requireLicence } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import { MOST_DAYS_AHEAD } from "@/lib/domain/test-order";
import type { OrderTest } from "@/lib/domain/test-order-input";
import { followUpTest } from "@/lib/domain/vocabulary/tests";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * The attending doctor orders a laboratory or imaging test for a day from today on (ServiceRequest); the patient gets the slip.
 * Throws `day_invalid` for a day that is past or too far away.
 */
export async function orderTest(work: Work, input: OrderTest): Promise<{ id: string; number: string }> {
  authorize(work.actor, "test_order.order");
  requireLicence(asPerson(work.actor), work.now);
  const today = shanghaiDay(work.now);
  if (input.dueOn < today || input.dueOn > shanghaiDay(addDays(work.now, MOST_DAYS_AHEAD)))
    throw new Refusal("invalid_input", { fields: { dueOn: "day_invalid" } });
  const consultation = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: { id: true, status: true, patientId: true, accountId: true, doctorId: true },
  });
  if (!consultation) throw notFound();
  if (consultation.status !== "in_progress") throw conflict();
  const { id: consultationId, patientId, accountId, doctorId } = consultation;
  const id = newId();
  const number = await humanNumber(work.tx, "TS", work.now);
  await work.tx.testOrder.create({
    data: {
      ...{ id, number, consultationId, patientId, accountId, doctorId, code: input.code },
      ...{ category: followUpTest(input.code).category, instructions: input.instructions },
      ...{ dueOn: dateColumn(input.dueOn), createdAt: work.now },
    },
  });
  await appendMessage(work, { consultationId, kind: "system", body: "test_ordered", params: { number } });
  work.notify({ accountId, kind: "test_ordered", params: { number }, path: `/patient/tests/${id}` });
  work.audit({ action: "test_order.order", subjectType: "test_order", subjectId: id, patientId });
  return { id, number };
}
