import "server-only";
import { linkCard } from "@/lib/commands/card/link";
import { turnCardAway } from "@/lib/commands/card/turn-away";
import { attemptLimit, TooManyAttempts } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { requireConsents } from "@/lib/domain/consent";
import type { LinkCard } from "@/lib/domain/patient-input";
import { isSameName } from "@/lib/domain/person-name";
import { identifierSystems } from "@/lib/domain/record";
import { Refusal } from "@/lib/errors";
import { findPatient, type HisPatient } from "@/lib/gateways/his/find-patient";
import { patientIdentity } from "@/lib/queries/patient/identity";
import { fetchMapped } from "../record/fetch-mapped";

const DAY_MINUTES = 24 * 60;

/** Misses of one account and at one card (whoever tries it), five in 15 minutes; and fifteen in a day: then for a day. */
const limits = {
  ofAccount: attemptLimit("card-link", 5),
  ofCard: attemptLimit("card-number", 5),
  ofDay: attemptLimit("card-link-day", 15, DAY_MINUTES),
};

/** Counts one attempt before it is known how it ends; `giveBack` where it was no miss. Refusal: `card_locked` with when it opens again. */
export async function cardAttempt(now: Date, accountId: string, cardNumber: string): Promise<() => Promise<void>> {
  const counted = [
    [limits.ofAccount, accountId],
    [limits.ofCard, cardNumber],
    [limits.ofDay, accountId],
  ] as const;
  try {
    for (const [limit, key] of counted) await limit.consume(key);
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) throw error;
    throw new Refusal("card_locked", { rule: "R4", params: { until: now.getTime() + error.waitMs } });
  }
  return async () => {
    for (const [limit, key] of counted) await limit.giveBack(key);
  };
}

type Identity = Pick<Awaited<ReturnType<typeof patientIdentity>>, "name" | "birthDay" | "idDocument" | "idNumber">;

/** The first part that does not agree between the account and the hospital's file: all must, before anything is shown (R4, R5). */
export function cardMismatch(person: Identity, onFile: HisPatient | null): string | null {
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
 * Links a health card and stores the offline record. Refusals: `consent_needed` (R31), `card_unknown`, `card_other_person`, `card_name_differs`,
 * `card_birth_date_differs` (each says which part did not agree, never what is on file), `card_locked` after five misses,
 * `record_unavailable`.
 */
export async function linkHealthCard(run: Run, input: LinkCard): Promise<{ id: string; entries: number }> {
  const person = await patientIdentity(run.actor, input.patientId, run.now);
  requireConsents("record", person, run.now);
  const giveBack = await cardAttempt(run.now, asPerson(run.actor).accountId, input.cardNumber);
  try {
    const onFile = await findPatient({ cardNumber: input.cardNumber });
    const reason = cardMismatch(person, onFile);
    if (!onFile || reason) {
      await transact(run, turnCardAway, { patientId: person.id, reason: reason ?? "card_unknown" });
      throw new Refusal(reason ?? "card_unknown", { rule: "R4" });
    }
    const record = await fetchMapped(onFile.fhirId);
    await giveBack();
    return await transact(run, linkCard, { ...input, fhirPatientId: onFile.fhirId, record });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "unavailable")) throw error;
    await giveBack();
    throw new Refusal("record_unavailable", { cause: error });
  }
}
