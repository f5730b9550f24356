import "server-only";
import { newId } from "@/lib/db/id";
import { invite } from "@/lib/db/invitation";
import { digest } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { InviteStaff } from "@/lib/domain/staff-input";
import { Refusal } from "@/lib/errors";

/** Any number will do: two who found a hospital at once wait for each other. */
const FOUNDING = 20_261_125;

/**
 * The first administrator of an empty hospital, invited by nobody but whoever runs the machine. Throws `admin_exists` where somebody is,
 * or may become, one already. Returns the token of the link, once.
 */
export async function foundHospital(work: Work, person: InviteStaff): Promise<{ token: string }> {
  authorize(work.actor, "staff.found");
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(${FOUNDING})`;
  const there = await work.tx.account.count({
    where: { OR: [{ role: "admin", status: { not: "disabled" } }, { loginDigest: digest("login", person.staffNo) }] },
  });
  if (there > 0) throw new Refusal("admin_exists");
  const id = newId();
  const { staffNo, nameZh, nameEn } = person;
  const loginDigest = digest("login", staffNo);
  await work.tx.account.create({
    data: { id, role: "admin", status: "invited", displayName: nameZh, loginDigest, createdAt: work.now },
    select: { id: true },
  });
  await work.tx.staff.create({ data: { accountId: id, staffNo, nameZh, nameEn }, select: { accountId: true } });
  const token = await invite(work, id, id);
  work.audit({ action: "staff.found", subjectType: "account", subjectId: id });
  return { token };
}
