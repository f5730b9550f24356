import "server-only";
import { Readable } from "node:stream";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { OpenInvoice } from "@/lib/domain/invoice-input";
import { readStored } from "@/lib/gateways/storage";
import { invoiceFile } from "@/lib/queries/admin/invoices";

/** The invoice's file, for whoever asked for it and whoever issues them. Throws `not_found`. */
export async function openInvoice(run: Run, { id }: OpenInvoice): Promise<Response> {
  const { storageKey, number } = await invoiceFile(asPerson(run.actor), id);
  const stored = await readStored(storageKey);
  return new Response(Readable.toWeb(stored) as ReadableStream, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="invoice-${number}.pdf"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
