import "server-only";
import type { Work } from "./transact";

/** Tells everybody who looks after the hospital's money (support, administration) that something there needs a person. */
export async function tellTill(
  work: Work,
  kind: "refund_needs_person" | "books_differ",
  params: Readonly<Record<string, number | string>>,
): Promise<void> {
  const accounts = await work.tx.account.findMany({
    where: { role: { in: ["support", "admin"] }, status: "active" },
    select: { id: true },
  });
  for (const { id: accountId } of accounts) work.notify({ accountId, kind, params, path: "/admin/money" });
}
