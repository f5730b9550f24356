import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { LiftHold, PlaceHold } from "@/lib/domain/retention-input";
import { conflict, notFound, Refusal } from "@/lib/errors";

/** Nothing of the patient is destroyed until the hold is lifted. Throws `number_unknown`; `conflict` where one stands already. */
export async function placeHold(work: Work, { thingNumber, reason }: PlaceHold): Promise<{ id: string }> {
  authorize(work.actor, "retention.hold");
  const where = { where: { number: thingNumber }, select: { patientId: true } };
  const thing = (await work.tx.consultation.findUnique(where)) ?? (await work.tx.order.findUnique(where));
  if (!thing) throw new Refusal("number_unknown", { fields: { thingNumber: "number_unknown" } });
  const { patientId } = thing;
  const id = newId();
  await work.tx.legalHold.create({
    data: { id, patientId, reason, placedById: asPerson(work.actor).accountId, placedAt: work.now },
    select: { id: true },
  });
  work.audit({ action: "retention.hold", subjectType: "legal_hold", subjectId: id, patientId, detail: { reason } });
  return { id };
}

/** The hold is over; why is kept. */
export async function liftHold(work: Work, { id, reason }: LiftHold): Promise<void> {
  authorize(work.actor, "retention.hold");
  const held = await work.tx.legalHold.findUnique({ where: { id }, select: { patientId: true } });
  if (!held) throw notFound();
  const { count } = await work.tx.legalHold.updateMany({
    where: { id, liftedAt: null },
    data: { liftedAt: work.now, liftedById: asPerson(work.actor).accountId, liftReason: reason },
  });
  if (count === 0) throw conflict();
  const { patientId } = held;
  work.audit({ action: "retention.lift", subjectType: "legal_hold", subjectId: id, patientId, detail: { reason } });
}
