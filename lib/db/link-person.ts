import "server-only";
import { MOST_PEOPLE } from "@/lib/domain/patient-input";
import { Refusal } from "@/lib/errors";
import type { Relation } from "./generated/client";
import { newId } from "./id";
import type { Work } from "./transact";

export interface NewLink {
  readonly accountId: string;
  readonly patientId: string;
  readonly relation: Relation;
  readonly isGuardian: boolean;
}

/** Links a person to an account on its first free slot: `too_many_people` (R10) where there is none, `person_already_added`. */
export async function linkPerson(work: Work, link: NewLink): Promise<void> {
  const links = await work.tx.patientLink.findMany({
    where: { accountId: link.accountId, endedAt: null },
    select: { slot: true, patientId: true },
  });
  if (links.some(({ patientId }) => patientId === link.patientId)) throw new Refusal("person_already_added");
  const slots = Array.from({ length: MOST_PEOPLE }, (_, index) => index + 1);
  const slot = slots.find((free) => !links.some((taken) => taken.slot === free));
  if (slot === undefined) throw new Refusal("too_many_people", { rule: "R10", params: { most: MOST_PEOPLE } });
  await work.tx.patientLink.create({ data: { id: newId(), ...link, slot, createdAt: work.now }, select: { id: true } });
}
