import "server-only";
import { tellRoles } from "./tell-roles";
import type { Work } from "./transact";

/** Tells everybody who looks after the hospital's money (support, administration) that something there needs a person. */
export async function tellTill(
  work: Work,
  kind: "refund_needs_person" | "books_differ" | "invoice_asked",
  params: Readonly<Record<string, number | string>>,
): Promise<void> {
  await tellRoles(work, ["support", "admin"], { kind, params, path: "/admin/money" });
}
