import "server-only";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import { seal } from "@/lib/db/seal";
import { tellTill } from "@/lib/db/tell-till";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { type AskInvoice, invoiceTitleText } from "@/lib/domain/invoice-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

const paid = { where: { status: { in: ["succeeded" as const] } }, select: { amountFen: true, refundedFen: true } };
const select = {
  id: true,
  number: true,
  patientId: true,
  invoice: { select: { status: true } },
  payments: paid,
} as const;

/**
 * Asks for an invoice of an order or a consultation, over what was paid and not given back. Throws `nothing_to_invoice`;
 * `invoice_asked` where there is one. One that was refused can be asked for again.
 */
export async function askInvoice(work: Work, input: AskInvoice): Promise<{ id: string }> {
  authorize(work.actor, "invoice.ask");
  const { accountId } = asPerson(work.actor);
  const id = input.thingId;
  const isOrder = input.kindOfThing === "order";
  const thing = isOrder
    ? await work.tx.order.findFirst({ where: { AND: [{ id }, scope.order(work.actor)] }, select })
    : await work.tx.consultation.findFirst({ where: { AND: [{ id }, scope.consultation(work.actor)] }, select });
  if (!thing) throw notFound();
  if (thing.invoice && thing.invoice.status !== "refused") throw new Refusal("invoice_asked");
  const amountFen = thing.payments.reduce((sum, payment) => sum + payment.amountFen - payment.refundedFen, 0);
  if (amountFen <= 0) throw new Refusal("nothing_to_invoice");
  const where = isOrder ? { orderId: thing.id } : { consultationId: thing.id };
  await work.tx.invoice.deleteMany({ where: { ...where, status: "refused" } });
  const invoiceId = newId();
  const titleSealed = seal(invoiceTitleText({ title: input.title, taxNumber: input.taxNumber || null }));
  await work.tx.invoice.create({
    data: { id: invoiceId, accountId, ...where, titleSealed, amountFen, createdAt: work.now },
    select: { id: true },
  });
  await tellTill(work, "invoice_asked", { number: thing.number });
  work.audit({
    action: "invoice.ask",
    subjectType: "invoice",
    subjectId: invoiceId,
    patientId: thing.patientId,
    detail: { amountFen, holder: input.holder },
  });
  return { id: invoiceId };
}
