import "server-only";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { JoinChannel } from "@/lib/domain/realtime-input";
import { Refusal } from "@/lib/errors";
import { type Signed, signChannel } from "@/lib/gateways/realtime";
import { mayHear } from "@/lib/queries/realtime/membership";

/** Signs a socket into a channel that its person may hear; throws `forbidden` otherwise, also for unknown names. */
export async function joinChannel(run: Run, { socketId, channel }: JoinChannel): Promise<Signed> {
  const person = asPerson(run.actor);
  if (!(await mayHear(person, channel, run.now))) throw new Refusal("forbidden");
  return signChannel(socketId, channel, person.accountId);
}
