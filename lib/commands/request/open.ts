import "server-only";
import { newId } from "@/lib/db/id";
import { writeRequestEntry } from "@/lib/db/request-entry";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { MOST_OPEN_REQUESTS, type OpenRequest } from "@/lib/domain/request-input";
import { ANSWER_HOURS } from "@/lib/domain/service-request";
import { notFound, Refusal } from "@/lib/errors";

/** R27: the patient asks for service on an order that was paid; staff owe an answer within a day. */
export async function openRequest(work: Work, input: OpenRequest): Promise<{ id: string }> {
  authorize(work.actor, "request.open");
  const { accountId } = asPerson(work.actor);
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...{ id: true, paidAt: true, patientId: true },
      requests: { where: { status: { not: "resolved" } }, select: { id: true }, take: MOST_OPEN_REQUESTS },
    },
  });
  if (!order) throw notFound();
  if (!order.paidAt) throw new Refusal("request_before_payment", { rule: "R27" });
  if (order.requests.length >= MOST_OPEN_REQUESTS)
    throw new Refusal("too_many_requests", { params: { most: MOST_OPEN_REQUESTS } });

  const id = newId();
  const { kind, body, pictureIds } = input;
  const dueAt = addMinutes(work.now, ANSWER_HOURS * 60);
  await work.tx.serviceRequest.create({
    data: { id, orderId: order.id, accountId, kind, createdAt: work.now, dueAt },
    select: { id: true },
  });
  await writeRequestEntry(work, id, { body, pictureIds });
  work.audit({
    action: "request.open",
    subjectType: "request",
    subjectId: id,
    patientId: order.patientId,
    detail: { kind },
  });
  work.emit({ channel: channels.order(order.id), event: "changed", data: { id: order.id } });
  work.emit({ channel: channels.requestDesk, event: "changed", data: { id } });
  return { id };
}
