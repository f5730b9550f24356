import "server-only";
import { newId } from "@/lib/db/id";
import { keepChange } from "@/lib/db/keep-change";
import type { Work } from "@/lib/db/transact";
import type { AddOffering } from "@/lib/domain/offering-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/** A doctor offers one service more; it is held when the doctor's week says so. Throws `offered_already`. */
export async function addOffering(work: Work, { doctorId, reason, ...offering }: AddOffering): Promise<{ id: string }> {
  authorize(work.actor, "offering.add");
  const doctor = await work.tx.doctor.findUnique({ where: { id: doctorId }, select: { id: true } });
  if (!doctor) throw notFound();
  const id = newId();
  const { count } = await work.tx.offering.createMany({
    data: { id, doctorId, ...offering, revision: 1 },
    skipDuplicates: true,
  });
  if (count === 0) throw new Refusal("offered_already", { fields: { service: "offered_already" } });
  await keepChange(work, { kind: "offering", thingId: id, revision: 1, reason, before: null, after: offering });
  work.audit({ action: "offering.add", subjectType: "offering", subjectId: id, detail: { ...offering } });
  return { id };
}
