import "server-only";
import { channels } from "@/lib/domain/realtime";
import { answerDueAt, type RequestEvent, requestMachine } from "@/lib/domain/service-request";
import { conflict, notFound } from "@/lib/errors";
import type { RequestStatus } from "./generated/client";
import { newId } from "./id";
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
  readonly order: { readonly number: string; readonly patientId: string };
}

/** A service request in the actor's scope; throws `not_found`. */
export async function findRequest(work: Work, id: string): Promise<MovableRequest> {
  const request = await work.tx.serviceRequest.findFirst({
    where: { AND: [{ id }, scope.request(work.actor)] },
    select: {
      ...{ id: true, orderId: true, accountId: true, status: true, version: true, dueAt: true },
      order: { select: { number: true, patientId: true } },
    },
  });
  if (!request) throw notFound();
  return request;
}

/**
 * Moves a service request by one event of its machine, with the words that belong to it, in one statement; audit, and word to
 * the order's channel and the request desk. What staff do is told to the patient. Throws `conflict` where the machine or somebody
 * faster says no.
 */
export async function moveRequest(
  work: Work,
  request: MovableRequest,
  event: RequestEvent,
  body: string | null = null,
): Promise<void> {
  const { id, orderId, order } = request;
  const to = requestMachine.next(request.status, event);
  const isFromStaff = work.actor.role !== "patient";
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "ServiceRequest" SET "status" = ${to}::"RequestStatus", "version" = "version" + 1,
        "dueAt" = ${answerDueAt(event, request.dueAt, work.now)}, "closedAt" = ${to === "resolved" ? work.now : null}
      WHERE "id" = ${id}::uuid AND "status" = ${request.status}::"RequestStatus" AND "version" = ${request.version}
      RETURNING "id"
    ), said AS (
      INSERT INTO "ServiceRequestEntry" ("id", "requestId", "authorId", "fromStaff", "body", "at")
      SELECT ${newId()}::uuid, moved."id", ${work.actor.accountId}::uuid, ${isFromStaff}, ${body}, ${work.now}
      FROM moved WHERE ${body}::text IS NOT NULL
    )
    SELECT "id" FROM moved`;
  if (moved.length === 0) throw conflict();
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
