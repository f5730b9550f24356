import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { SaveTemplate } from "@/lib/domain/template-input";
import { Refusal } from "@/lib/errors";

/** So many a doctor keeps. */
export const MOST_TEMPLATES = 50;

/** Keeps lines under a name of the doctor's own: it helps to write, nothing is prescribed by it (R11). */
export async function saveTemplate(work: Work, { name, items }: SaveTemplate): Promise<{ id: string }> {
  authorize(work.actor, "template.save");
  const { accountId: doctorId } = asPerson(work.actor);
  const others = await work.tx.prescriptionTemplate.count({ where: { doctorId, name: { not: name } } });
  if (others >= MOST_TEMPLATES) throw new Refusal("too_many_templates", { params: { most: MOST_TEMPLATES } });
  const wanted = [...new Set(items.map(({ medicineId }) => medicineId))];
  const known = await work.tx.medicine.count({ where: { id: { in: wanted }, isActive: true } });
  if (known < wanted.length) throw new Refusal("medicine_unavailable");
  const { id } = await work.tx.prescriptionTemplate.upsert({
    where: { doctorId_name: { doctorId, name } },
    create: { id: newId(), doctorId, name, content: items, createdAt: work.now },
    update: { content: items },
    select: { id: true },
  });
  work.audit({ action: "template.save", subjectType: "template", subjectId: id, detail: { lines: items.length } });
  return { id };
}
