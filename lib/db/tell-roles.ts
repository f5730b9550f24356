import "server-only";
import type { Role } from "@/lib/domain/actor";
import type { NoticeEntry } from "./trace";
import type { Work } from "./transact";

/** Tells everybody at work in some roles that something needs a person. */
export async function tellRoles(
  work: Work,
  roles: readonly Exclude<Role, "patient">[],
  notice: Omit<NoticeEntry, "accountId">,
): Promise<void> {
  const accounts = await work.tx.account.findMany({
    where: { role: { in: [...roles] }, status: "active" },
    select: { id: true },
  });
  for (const { id: accountId } of accounts) work.notify({ accountId, ...notice });
}
