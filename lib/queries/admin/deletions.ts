import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { holdings } from "@/lib/db/sql/holdings";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { maskNumber } from "@/lib/domain/resident-id";
import { DeletionOutcome, deletionOutcome } from "@/lib/domain/retention";
import { notFound } from "@/lib/errors";

const PAGE = 30;
const CURSOR = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Requests for deletion by their deadline, the earliest first: those that are open, or those that are decided; `after` is the page before's `next`. */
export async function deletionRequests(isOpen: boolean, after?: string) {
  const [, ms, id] = CURSOR.exec(after ?? "") ?? [];
  const dueAt = new Date(Number(ms));
  const rows = await db().deletionRequest.findMany({
    where: {
      status: isOpen ? "open" : { not: "open" },
      ...(id && { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }] }),
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: {
      ...{ id: true, status: true, createdAt: true, dueAt: true, closesAccount: true },
      patient: { select: { name: true } },
    },
  });
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { rows: rows.slice(0, PAGE), next: last && `${last.dueAt.getTime()}.${last.id}` };
}

/** One request with what carrying it out would take away, or what became of it. The look is written down. Throws `not_found`. */
export async function deletionRequest(actor: Person, now: Date, id: string) {
  const row = isId(id)
    ? await db().deletionRequest.findUnique({
        where: { id },
        select: {
          ...{ id: true, status: true, createdAt: true, dueAt: true, decidedAt: true, reason: true, outcome: true },
          ...{ accountId: true, patientId: true, whySealed: true, closesAccount: true },
          patient: { select: { name: true, idDocument: true, idNumberSealed: true } },
        },
      })
    : null;
  if (!row) throw notFound();
  const { accountId, patientId, whySealed, outcome, patient, ...request } = row;
  const [held] = await Promise.all([
    holdings(db(), accountId, patientId),
    recordView(actor, now, { action: "deletion.view", subjectType: "deletion", subjectId: id, patientId }),
  ]);
  const isOpen = request.status === "open";
  const closes = request.closesAccount && held.otherPeople === 0;
  return {
    ...request,
    name: patient.name,
    idDocument: patient.idDocument,
    idNumberMasked: maskNumber(unseal(patient.idNumberSealed)),
    why: whySealed && unseal(whySealed),
    isUnderWay: isOpen && held.isUnderWay,
    outcome: isOpen ? deletionOutcome(held, closes) : (DeletionOutcome.safeParse(outcome).data ?? null),
  };
}
