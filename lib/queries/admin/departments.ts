import "server-only";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

/** The departments that somebody can belong to, in the hospital's order. */
export const departmentNames = () =>
  db().department.findMany({
    where: { isActive: true },
    orderBy: { position: "asc" },
    select: { id: true, nameZh: true, nameEn: true },
  });

/** Every department, in the hospital's order, with how many doctors it has. */
export const departmentList = () =>
  db().department.findMany({
    orderBy: { position: "asc" },
    select: {
      ...{ id: true, code: true, nameZh: true, nameEn: true, recordWindowDays: true, isActive: true },
      _count: { select: { doctors: true } },
    },
  });

/** A department as it stands, with its history, the newest change first. Throws `not_found`. */
export async function departmentToEdit(id: string) {
  if (!isId(id)) throw notFound();
  const [department, changes] = await Promise.all([
    db().department.findUnique({ where: { id } }),
    db().settingChange.findMany({ where: { kind: "department", thingId: id }, orderBy: { revision: "desc" } }),
  ]);
  if (!department) throw notFound();
  const staff = await db().staff.findMany({
    where: { accountId: { in: changes.flatMap(({ actorId }) => actorId ?? []) } },
    select: { accountId: true, nameZh: true, nameEn: true },
  });
  const nameOf = new Map(staff.map((one) => [one.accountId, one]));
  return {
    department,
    changes: changes.map((change) => ({ ...change, by: nameOf.get(change.actorId ?? "") ?? null })),
  };
}
