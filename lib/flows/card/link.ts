import "server-only";
import { linkCard } from "@/lib/commands/card/link";
import { turnCardAway } from "@/lib/commands/card/turn-away";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { LinkCard } from "@/lib/domain/patient-input";
import { isSameName } from "@/lib/domain/person-name";
import { identifierSystems } from "@/lib/domain/record";
import { Refusal } from "@/lib/errors";
import { findPatient, type HisPatient } from "@/lib/gateways/his/find-patient";
import { patientIdentity } from "@/lib/queries/patient/identity";
import { fetchMapped } from "../record/fetch-mapped";

const attempts = attemptLimit("card-link", 5);

type Identity = Awaited<ReturnType<typeof patientIdentity>>;

/** The first part that does not agree between the account and the hospital's file: all must, before anything is shown (R4, R5). */
function mismatch(person: Identity, onFile: HisPatient | null): string | null {
  if (!onFile) return "card_unknown";
  const system = identifierSystems[person.idDocument];
  const hasNumber = onFile.identifiers.some(
    (one) => one.system === system && one.value.toUpperCase() === person.idNumber,
  );
  if (!hasNumber) return "card_other_person";
  if (!onFile.names.some((name) => isSameName(name, person.name))) return "card_name_differs";
  return onFile.birthDay === person.birthDay ? null : "card_birth_date_differs";
}

/**
 * Links a health card and stores the offline record. Refusals: `card_unknown`, `card_other_person`, `card_name_differs`,
 * `card_birth_date_differs` (each says which part did not agree, never what is on file), `too_many` after five misses,
 * `record_unavailable`.
 */
export async function linkHealthCard(run: Run, input: LinkCard): Promise<{ id: string; entries: number }> {
  const person = await patientIdentity(run.actor, input.patientId);
  const { accountId } = asPerson(run.actor);
  await attempts.consume(accountId);
  try {
    const onFile = await findPatient({ cardNumber: input.cardNumber });
    const reason = mismatch(person, onFile);
    if (!onFile || reason) {
      await transact(run, turnCardAway, { patientId: person.id, reason: reason ?? "card_unknown" });
      throw new Refusal(reason ?? "card_unknown", { rule: "R4" });
    }
    const record = await fetchMapped(onFile.fhirId);
    await attempts.forgive(accountId);
    return await transact(run, linkCard, { ...input, fhirPatientId: onFile.fhirId, record });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "unavailable")) throw error;
    await attempts.giveBack(accountId);
    throw new Refusal("record_unavailable", { cause: error });
  }
}
