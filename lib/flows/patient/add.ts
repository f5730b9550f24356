import "server-only";
import { type Added, addPatient } from "@/lib/commands/patient/add";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { AddPatient } from "@/lib/domain/patient-input";
import { Refusal } from "@/lib/errors";

const attempts = attemptLimit("patient-add", 5);

/** `addPatient` under a limit of attempts: nobody can try names out against a number. */
export async function addPatientWithinLimit(run: Run, input: AddPatient): Promise<Added> {
  const { accountId } = asPerson(run.actor);
  await attempts.consume(accountId);
  try {
    const added = await transact(run, addPatient, input);
    await attempts.giveBack(accountId);
    return added;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "identity_not_confirmed")) await attempts.giveBack(accountId);
    throw error;
  }
}
