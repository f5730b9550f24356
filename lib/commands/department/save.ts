import "server-only";
import { newId } from "@/lib/db/id";
import { keepChange } from "@/lib/db/keep-change";
import type { Work } from "@/lib/db/transact";
import type { SaveDepartment } from "@/lib/domain/department-input";
import { authorize } from "@/lib/domain/policy";
import { searchable } from "@/lib/domain/searchable";
import { conflict, notFound, Refusal } from "@/lib/errors";

const departmentSelect = {
  ...{ code: true, nameZh: true, nameEn: true, introZh: true, introEn: true, position: true, isActive: true },
  ...{ minAgeMonths: true, maxAgeMonths: true, recordWindowDays: true },
  ...{ commonConditions: true, hardConditions: true, redFlagIds: true },
} as const;

/**
 * A department, new or changed, with the reason; what stood before stays in its history. Who has booked keeps what was agreed. Throws
 * `code_taken`, and `conflict` where somebody was faster.
 */
export async function saveDepartment(work: Work, input: SaveDepartment): Promise<{ id: string }> {
  authorize(work.actor, "department.save");
  const { id: given, revision, reason, ...fields } = input;
  const namesake = await work.tx.department.findUnique({ where: { code: fields.code }, select: { id: true } });
  if (namesake && namesake.id !== given) throw new Refusal("code_taken", { fields: { code: "code_taken" } });
  const before = given ? await work.tx.department.findUnique({ where: { id: given }, select: departmentSelect }) : null;
  if (given && !before) throw notFound();
  const id = given ?? newId();
  const data = { ...fields, pinyin: searchable(fields.nameZh), revision: revision + 1 };
  if (before) {
    const { count } = await work.tx.department.updateMany({ where: { id, revision }, data });
    if (count === 0) throw conflict();
  } else await work.tx.department.create({ data: { id, ...data }, select: { id: true } });
  await keepChange(work, { kind: "department", thingId: id, revision: revision + 1, reason, before, after: fields });
  work.audit({ action: "department.save", subjectType: "department", subjectId: id, detail: { code: fields.code } });
  return { id };
}
