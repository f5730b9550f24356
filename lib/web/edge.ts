import "server-only";
import { headers } from "next/headers";
import { after } from "next/server";
import { currentActor } from "@/lib/auth/actor";
import type { Run } from "@/lib/db/transact";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { may, type Verb } from "@/lib/domain/policy";
import { appOrigin } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { deliverOutbox } from "@/lib/flows/outbox/deliver";

/** A mutation's Origin must be the configured one; a missing one is refused too (`proof` 4). */
export async function requireOwnOrigin(): Promise<void> {
  if ((await headers()).get("origin") !== appOrigin()) throw new Refusal("forbidden_origin");
}

/** The signed-in person whose role may do `verb`; a denial is written into the audit. */
export async function requireDoer(verb: Verb, now: Date): Promise<Person> {
  const actor = await currentActor();
  if (!actor) throw new Refusal("unauthenticated");
  if (!may(actor, verb)) {
    await recordView(actor, now, { action: verb, subjectType: "verb", subjectId: verb, isAllowed: false });
    throw new Refusal("forbidden");
  }
  return actor;
}

/** What a piece of work at the edge runs with: its realtime rows go out as soon as the answer is on its way. */
export const edgeRun = (actor: Run["actor"], now: Date): Run => ({
  actor,
  now,
  committed: (outboxIds) => after(() => deliverOutbox(new Date(), outboxIds)),
});
