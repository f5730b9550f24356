import "server-only";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { type AddPatient, identityOf, MOST_PEOPLE } from "@/lib/domain/patient-input";
import { isSameName } from "@/lib/domain/person-name";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/**
 * Adds a person to the account. Somebody whom another account of the family has added is linked, where name and birth day
 * agree; a slip that was given up again, before any card or consultation, is put right. Refusals: `invalid_input` with fields,
 * `too_many_people` (R10), `person_already_added`, and `identity_not_confirmed`, which tells nothing about what is on file.
 */
export async function addPatient(work: Work, input: AddPatient): Promise<{ id: string }> {
  authorize(work.actor, "patient.add");
  const { accountId } = asPerson(work.actor);
  const { idNumber, sex, birthDay } = identityOf(input, shanghaiDay(work.now));
  const idNumberDigest = digest("id_number", idNumber);

  const links = await work.tx.patientLink.findMany({
    where: { accountId, endedAt: null },
    select: { slot: true, patient: { select: { idDocument: true, idNumberDigest: true } } },
  });
  const isHere = links.some(
    ({ patient }) => patient.idDocument === input.idDocument && patient.idNumberDigest === idNumberDigest,
  );
  if (isHere) throw new Refusal("person_already_added");
  const slots = Array.from({ length: MOST_PEOPLE }, (_, index) => index + 1);
  const slot = slots.find((free) => !links.some((link) => link.slot === free));
  if (slot === undefined) throw new Refusal("too_many_people", { rule: "R10", params: { most: MOST_PEOPLE } });

  const known = await work.tx.patient.findUnique({
    where: { idDocument_idNumberDigest: { idDocument: input.idDocument, idNumberDigest } },
    select: { id: true, name: true, birthDate: true },
  });
  const birthDate = dateColumn(birthDay);
  const isSlip = known && !(isSameName(known.name, input.name) && known.birthDate.getTime() === birthDate.getTime());
  if (isSlip) {
    // Else nobody who mistyped a name and took the person away could ever add him or her again.
    const { count } = await work.tx.patient.updateMany({
      where: { id: known.id, links: { none: { endedAt: null } }, cards: { none: {} }, consultations: { none: {} } },
      data: { name: input.name, birthDate, sex },
    });
    if (count === 0) throw new Refusal("identity_not_confirmed", { rule: "R5" });
  }

  const id = known?.id ?? newId();
  if (!known)
    await work.tx.patient.create({
      data: {
        id,
        name: input.name,
        idDocument: input.idDocument,
        idNumberSealed: seal(idNumber),
        idNumberDigest,
        sex,
        birthDate,
        createdAt: work.now,
      },
      select: { id: true },
    });
  await work.tx.patientLink.create({
    data: { id: newId(), accountId, patientId: id, relation: input.relation, slot, createdAt: work.now },
    select: { id: true },
  });
  work.audit({
    action: "patient.add",
    subjectType: "patient",
    subjectId: id,
    patientId: id,
    detail: { relation: input.relation, idDocument: input.idDocument, isNew: !known },
  });
  return { id };
}
