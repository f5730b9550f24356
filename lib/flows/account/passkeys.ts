import "server-only";
import { assertionOptions, readAssertion, readRegistration, registrationOptions } from "@/lib/auth/passkey";
import { addPasskey } from "@/lib/commands/account/add-passkey";
import { issueChallenge, spendChallenge } from "@/lib/db/passkey-challenge";
import { advancePasskey, findPasskey } from "@/lib/db/show-passkey";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { type AddPasskey, challengeOf, type ShowPasskey } from "@/lib/domain/passkey-input";
import { Refusal } from "@/lib/errors";
import { ownPasskeyIds } from "@/lib/queries/account/second-factor";

const refused = () => new Refusal("passkey_refused");

/** Begins the making of a passkey: what the browser is to do. */
export async function beginPasskey(run: Run, hospital: string) {
  const actor = asPerson(run.actor);
  const [challenge, ids] = await Promise.all([issueChallenge(actor.accountId, run.now), ownPasskeyIds(actor)]);
  return registrationOptions({ id: actor.accountId, name: actor.name, hospital }, challenge, ids);
}

/** Keeps the passkey that the browser made: `passkey_refused` where it does not answer this account's fresh challenge. */
export async function finishPasskey(run: Run, { label, answer }: AddPasskey): Promise<{ id: string }> {
  const { accountId } = asPerson(run.actor);
  const challenge = challengeOf(answer);
  if (!challenge || !(await spendChallenge(challenge, accountId, run.now))) throw refused();
  const made = await readRegistration(answer, challenge);
  if (!made) throw refused();
  return transact(run, addPasskey, { label, ...made });
}

/** What the browser is to show for a fresh second factor; null for somebody without a passkey. */
export async function askForPasskey(run: Run) {
  const actor = asPerson(run.actor);
  const ids = await ownPasskeyIds(actor);
  if (ids.length === 0) return null;
  return assertionOptions(await issueChallenge(actor.accountId, run.now), ids);
}

/** Whether one's own passkey was shown just now. Throws `passkey_refused` otherwise. */
export async function requirePasskey(run: Run, { answer }: ShowPasskey): Promise<void> {
  const { accountId } = asPerson(run.actor);
  const challenge = challengeOf(answer);
  if (!challenge || !(await spendChallenge(challenge, accountId, run.now))) throw refused();
  const passkey = await findPasskey(answer.id);
  if (passkey?.accountId !== accountId) throw refused();
  const counter = await readAssertion(answer, challenge, passkey);
  if (counter === null || !(await advancePasskey(passkey, counter, run.now))) throw refused();
}
