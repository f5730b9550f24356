import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { readInvoiceTitle } from "@/lib/domain/invoice-input";
import { notFound } from "@/lib/errors";

const MOST = 100;
const named = { order: { select: { number: true } }, consultation: { select: { number: true } } } as const;

/** Invoices that were asked for and not decided yet, the oldest first. */
export const askedInvoices = () =>
  db().invoice.findMany({
    where: { status: "asked" },
    orderBy: { createdAt: "asc" },
    take: MOST,
    select: { id: true, amountFen: true, createdAt: true, ...named },
  });

/** One invoice with the title that it is to bear. Throws `not_found`. */
export async function invoiceToIssue(id: string) {
  const invoice = isId(id)
    ? await db().invoice.findUnique({
        where: { id },
        select: { id: true, status: true, amountFen: true, createdAt: true, number: true, titleSealed: true, ...named },
      })
    : null;
  if (!invoice) throw notFound();
  const { titleSealed, order, consultation, ...rest } = invoice;
  return { ...rest, ...readInvoiceTitle(unseal(titleSealed)), thing: (order ?? consultation)?.number ?? "" };
}

/** Where the file of an issued invoice is kept: one's own, or any for staff. Throws `not_found`. */
export async function invoiceFile(actor: Person, id: string): Promise<{ storageKey: string; number: string }> {
  const invoice = await db().invoice.findFirst({
    where: { id, ...(actor.role === "patient" && { accountId: actor.accountId }) },
    select: { storageKey: true, number: true },
  });
  if (!invoice?.storageKey || !invoice.number) throw notFound();
  return { storageKey: invoice.storageKey, number: invoice.number };
}

/** The reader's own invoices, by order and consultation. */
export const myInvoices = (actor: Person) =>
  db().invoice.findMany({
    where: { accountId: actor.accountId },
    select: { id: true, orderId: true, consultationId: true, status: true, number: true, reason: true },
  });
