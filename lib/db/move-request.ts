import "server-only";
import { channels } from "@/lib/domain/realtime";
import { answerDueAt, type RequestEvent, requestMachine } from "@/lib/domain/service-request";
import { conflict, notFound } from "@/lib/errors";
import type { RequestStatus } from "./generated/client";
import { writeRequestEntry } from "./request-entry";
import { scope } from "./scope";
import type { Work } from "./transact";

/** What a command has read of the service request that it moves. */
export interface MovableRequest {
  readonly id: string;
  readonly orderId: string;
  readonly accountId: string;
  readonly status: RequestStatus;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly ownerId: string | null;
  readonly order: { readonly number: string; readonly patientId: string };
}

/** A service request in the actor's scope; throws `not_found`. */
export async function findRequest(work: Work, id: string): Promise<MovableRequest> {
  const request = await work.tx.serviceRequest.findFirst({
    where: { AND: [{ id }, scope.request(work.actor)] },
    select: {
      ...{ id: true, orderId: true, accountId: true, status: true, version: true, dueAt: true, ownerId: true },
      order: { select: { number: true, patientId: true } },
    },
  });
  if (!request) throw notFound();
  return request;
}

/**
 * Moves a service request by one event of its machine, with the words that belong to it; audit, and word to the order's channel and
 * the request desk. Whoever of the staff says something first looks after it. What staff do is told to the patient. Throws
 * `conflict` where the machine or somebody faster says no.
 */
export async function moveRequest(
  work: Work,
  request: MovableRequest,
  event: RequestEvent,
  said: { readonly body?: string; readonly pictureIds?: readonly string[]; readonly outcome?: string } = {},
): Promise<void> {
  const { id, orderId, order } = request;
  const to = requestMachine.next(request.status, event);
  const isFromStaff = work.actor.role !== "patient";
  const isClosed = to === "resolved";
  const { count } = await work.tx.serviceRequest.updateMany({
    where: { id, status: request.status, version: request.version },
    data: {
      ...{ status: to, version: { increment: 1 }, dueAt: answerDueAt(event, request.dueAt, work.now) },
      ...{ closedAt: isClosed ? work.now : null, outcome: isClosed ? (said.outcome ?? null) : null, stars: null },
      ...(isFromStaff && !request.ownerId && { ownerId: work.actor.accountId }),
    },
  });
  if (count === 0) throw conflict();
  if (said.body) await writeRequestEntry(work, id, { body: said.body, pictureIds: said.pictureIds });
  work.audit({
    action: `request.${event}`,
    subjectType: "request",
    subjectId: id,
    patientId: order.patientId,
    detail: { from: request.status, to },
  });
  work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
  work.emit({ channel: channels.requestDesk, event: "changed", data: { id } });
  if (isFromStaff)
    work.notify({
      accountId: request.accountId,
      kind: event === "resolve" ? "request_resolved" : "request_answered",
      params: { number: order.number },
      path: `/patient/orders/${orderId}#request-${id}`,
    });
}
