import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const MOST = 100;

/** Service requests that wait for staff, the most urgent first, then those answered. One statement. */
export const requestDesk = (actor: Person) =>
  db().serviceRequest.findMany({
    where: { AND: [scope.request(actor), { status: { in: ["open", "reopened", "answered"] } }] },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, kind: true, status: true, createdAt: true, dueAt: true },
      order: { select: { number: true } },
      entries: { orderBy: { at: "desc" }, take: 1, select: { body: true } },
    },
  });

/** One request with its thread and its order. The look is written down. Throws `not_found`. */
export async function requestThread(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const found = await db().serviceRequest.findFirst({
    where: { AND: [{ id }, scope.request(actor)] },
    select: {
      ...{ id: true, kind: true, status: true, createdAt: true, dueAt: true },
      order: { select: { id: true, number: true, status: true, patientId: true } },
      entries: { orderBy: { at: "asc" }, select: { id: true, fromStaff: true, body: true, at: true } },
    },
  });
  if (!found) throw notFound();
  const { patientId, ...order } = found.order;
  await recordView(actor, now, { action: "request.view", subjectType: "request", subjectId: id, patientId });
  return { ...found, order };
}
