import "server-only";
import { turnCardAway } from "@/lib/commands/card/turn-away";
import { acceptProof } from "@/lib/commands/claim/accept-proof";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ProveClaim } from "@/lib/domain/claim";
import { Refusal } from "@/lib/errors";
import { findPatient } from "@/lib/gateways/his/find-patient";
import { claimedIdentity } from "@/lib/queries/patient/claims";
import { cardAttempt, cardMismatch } from "../card/link";

/**
 * A claim proved by the person's health card: number, name and birth date must agree at the hospital's server. Refusals as for linking
 * a card; nothing of what is on file is told.
 */
export async function proveClaim(run: Run, { claimId, cardNumber }: ProveClaim): Promise<{ id: string }> {
  const actor = asPerson(run.actor);
  const person = await claimedIdentity(actor, claimId, run.now);
  const giveBack = await cardAttempt(run.now, actor.accountId, cardNumber);
  try {
    const reason = cardMismatch(person, await findPatient({ cardNumber }));
    if (reason) {
      await transact(run, turnCardAway, { patientId: person.id, reason });
      throw new Refusal(reason, { rule: "R5" });
    }
    await giveBack();
    return await transact(run, acceptProof, { claimId });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "unavailable")) throw error;
    await giveBack();
    throw new Refusal("record_unavailable", { cause: error });
  }
}
