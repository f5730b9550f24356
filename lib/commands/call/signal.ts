import "server-only";
import { insertSignal } from "@/lib/db/sql/call";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { SignalCall } from "@/lib/domain/call-input";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/** Passes on what one end of a call says to the other: one statement, no audit row, gone with the call. Throws `call_gone`. */
export async function signalCall(run: Run, { id, tab, body }: SignalCall): Promise<{ ok: true }> {
  authorize(run.actor, "call.signal");
  const { accountId } = asPerson(run.actor);
  if (!(await insertSignal({ callId: id, accountId, tab, body }))) throw new Refusal("call_gone");
  return { ok: true };
}
