import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { RefuseInvoice } from "@/lib/domain/invoice-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

type Decision =
  | { readonly status: "issued"; readonly number: string; readonly storageKey: string }
  | { readonly status: "refused"; readonly reason: string };

async function decide(work: Work, id: string, decision: Decision): Promise<void> {
  const { count } = await work.tx.invoice.updateMany({
    where: { id, status: "asked" },
    data: {
      ...decision,
      ...{ decidedAt: work.now, decidedById: asPerson(work.actor).accountId, version: { increment: 1 } },
    },
  });
  const invoice = await work.tx.invoice.findUnique({
    where: { id },
    select: {
      accountId: true,
      order: { select: { number: true, patientId: true } },
      consultation: { select: { number: true, patientId: true } },
    },
  });
  const thing = invoice?.order ?? invoice?.consultation;
  if (!invoice || !thing) throw notFound();
  if (count === 0) throw conflict();
  work.audit({
    action: `invoice.${decision.status}`,
    subjectType: "invoice",
    subjectId: id,
    patientId: thing.patientId,
  });
  const { accountId } = invoice;
  work.notify({
    accountId,
    kind: `invoice_${decision.status}`,
    params: { number: thing.number },
    path: "/patient/payments",
  });
}

/** The invoice is there: its number, and where its file is kept. The patient is told. Throws `conflict` once it was decided. */
export async function issueInvoice(
  work: Work,
  input: { readonly id: string; readonly number: string; readonly storageKey: string },
): Promise<void> {
  authorize(work.actor, "invoice.issue");
  const { id, number, storageKey } = input;
  await decide(work, id, { status: "issued", number, storageKey });
}

/** No invoice, and why. The patient is told, and may ask again. */
export async function refuseInvoice(work: Work, { invoiceId, reason }: RefuseInvoice): Promise<void> {
  authorize(work.actor, "invoice.refuse");
  await decide(work, invoiceId, { status: "refused", reason });
}
