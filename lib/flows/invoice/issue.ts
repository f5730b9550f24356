import "server-only";
import { randomBytes } from "node:crypto";
import { issueInvoice as issue } from "@/lib/commands/invoice/decide";
import { type Run, transact } from "@/lib/db/transact";
import type { IssueInvoice } from "@/lib/domain/invoice-input";
import { removeStored, storeFile } from "@/lib/gateways/storage";

/** Keeps the invoice's file and gives it to whoever asked for it; without the one there is not the other. */
export async function issueInvoice(run: Run, { id, number, file }: IssueInvoice): Promise<Record<string, never>> {
  const storageKey = `invoices/${randomBytes(24).toString("base64url")}`;
  await storeFile(storageKey, file, "application/pdf");
  try {
    await transact(run, issue, { id, number, storageKey });
  } catch (error) {
    await removeStored(storageKey).catch(() => {});
    throw error;
  }
  return {};
}
