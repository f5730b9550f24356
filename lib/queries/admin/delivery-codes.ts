import "server-only";
import { db } from "@/lib/db/client";

/** The carriers that there are. */
export async function carrierCodes(): Promise<ReadonlySet<string>> {
  return new Set((await db().carrier.findMany({ select: { code: true } })).map(({ code }) => code));
}

/** The provinces that parcels go to. */
export async function provinceCodes(): Promise<ReadonlySet<string>> {
  return new Set((await db().province.findMany({ select: { code: true } })).map(({ code }) => code));
}
