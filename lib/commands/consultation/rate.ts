import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { addDays } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { RATING_DAYS, type RateConsultation } from "@/lib/domain/rating-input";
import { notFound, Refusal } from "@/lib/errors";

/** What the patient says of a finished consultation, once, within 30 days of its end. Refusals: `not_rateable`, `rated_already`. */
export async function rateConsultation(work: Work, input: RateConsultation): Promise<void> {
  authorize(work.actor, "consultation.rate");
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: { id: true, doctorId: true, patientId: true, status: true, closedAt: true },
  });
  if (!found) throw notFound();
  const { id, doctorId, patientId, status, closedAt } = found;
  if (status !== "finished" || !closedAt || closedAt < addDays(work.now, -RATING_DAYS))
    throw new Refusal("not_rateable");
  const { stars, words } = input;
  const tags = [...new Set(input.tags)];
  await work.tx.consultationRating
    .create({
      data: { consultationId: id, doctorId, stars, tags, words, createdAt: work.now },
      select: { stars: true },
    })
    .catch((error) => {
      throw isUniqueViolation(error) ? new Refusal("rated_already") : error;
    });
  work.audit({ action: "consultation.rate", subjectType: "consultation", subjectId: id, patientId, detail: { stars } });
}
