import "server-only";
import { db } from "@/lib/db/client";
import { clinicalSelect, knownPatient } from "@/lib/db/clinical";
import { scope } from "@/lib/db/scope";
import { comparable, knowledgeOf, type NamedMedicine } from "@/lib/db/sql/knowledge";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { clinicalPicture } from "@/lib/domain/clinical-picture";
import type { Screened } from "@/lib/domain/finding";
import { composeItems } from "@/lib/domain/prescribing";
import type { CheckLines } from "@/lib/domain/prescription-input";
import { screen } from "@/lib/domain/screening";
import { notFound } from "@/lib/errors";

/** What the checks say of lines that are not signed yet: the same screening that decides at signing. Two statements. */
export async function checkLines(
  { actor, now }: Run,
  input: CheckLines,
): Promise<Screened & { readonly medicines: readonly NamedMedicine[] }> {
  const consultation = await db().consultation.findFirst({
    where: { AND: [{ id: input.id }, scope.consultation(asPerson(actor))] },
    select: { patient: { select: clinicalSelect(now) } },
  });
  if (!consultation) throw notFound();
  const picture = clinicalPicture(knownPatient(consultation.patient), input, now);
  const knowledge = await knowledgeOf(db(), {
    medicineIds: input.items.map(({ medicineId }) => medicineId),
    runningAtc: picture.running.map(({ atc }) => atc),
    diagnosisCodes: [],
  });
  const { medicines } = knowledge;
  const { screened } = composeItems(input.items, medicines);
  const { validDays } = input;
  return { ...screen({ ...picture, ...comparable(knowledge), items: screened, validDays }), medicines };
}
