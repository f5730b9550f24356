import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { RemoveTemplate } from "@/lib/domain/template-input";
import { notFound } from "@/lib/errors";

/** Takes one of the doctor's own templates away. Throws `not_found` for another's. */
export async function removeTemplate(work: Work, { templateId }: RemoveTemplate): Promise<void> {
  authorize(work.actor, "template.remove");
  const { count } = await work.tx.prescriptionTemplate.deleteMany({
    where: { id: templateId, doctorId: asPerson(work.actor).accountId },
  });
  if (count === 0) throw notFound();
  work.audit({ action: "template.remove", subjectType: "template", subjectId: templateId });
}
