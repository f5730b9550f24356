import "server-only";
import { asPerson } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";
import type { Work } from "./transact";

/** Holds one of the acting doctor's own services until the end of the transaction. Throws `not_found`. */
export async function ownOffering(work: Work, offeringId: string): Promise<void> {
  const { accountId } = asPerson(work.actor);
  const found = await work.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Offering" WHERE "id" = ${offeringId}::uuid AND "doctorId" = ${accountId}::uuid FOR UPDATE`;
  if (found.length === 0) throw notFound();
}
