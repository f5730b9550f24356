import "server-only";
import { licenceStanding } from "@/lib/domain/licence";

/** R6: whether an account's licence is good today; on an ended one nobody takes patients. */
export const isLicensed = (account: { readonly staff: { readonly licenceExpiresOn: Date | null } | null }, now: Date) =>
  licenceStanding(account.staff?.licenceExpiresOn ?? null, now) !== "expired";
