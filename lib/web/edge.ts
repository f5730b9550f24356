import "server-only";
import { headers } from "next/headers";
import { after } from "next/server";
import { currentActor } from "@/lib/auth/actor";
import type { Run } from "@/lib/db/transact";
import { recordView } from "@/lib/db/view";
import { type Actor, stranger } from "@/lib/domain/actor";
import { may, type Verb } from "@/lib/domain/policy";
import { needsStepUp } from "@/lib/domain/step-up";
import { appOrigin } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { deliverOutbox } from "@/lib/flows/outbox/deliver";
import { log } from "@/lib/log";

/** A mutation's Origin must be the configured one; a missing one is refused too (`proof` 4). */
export async function requireOwnOrigin(): Promise<void> {
  if ((await headers()).get("origin") !== appOrigin()) throw new Refusal("forbidden_origin");
}

/** Where the request comes from, as the proxy in front says. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() ?? "";
}

/**
 * Whoever stands behind the request and may do `verb`; a denial is written into the audit. Refusals: `unauthenticated`, `forbidden`, and
 * `step_up_needed` where the second factor is to be shown again.
 */
export async function requireDoer(verb: Verb, now: Date): Promise<Actor> {
  const actor = (await currentActor()) ?? stranger(await clientAddress());
  if (!may(actor, verb)) {
    if (actor.accountId === null) throw new Refusal("unauthenticated");
    await recordView(actor, now, { action: verb, subjectType: "verb", subjectId: verb, isAllowed: false });
    throw new Refusal("forbidden");
  }
  if (needsStepUp(actor, verb, now)) throw new Refusal("step_up_needed");
  return actor;
}

/** What a rule of the law or the house did not allow is written down by its number, so that it can be counted; never what was typed. */
export async function noteRefusal(error: unknown, actor: Actor | undefined, verb: Verb, now: Date): Promise<void> {
  if (!(error instanceof Refusal) || !error.rule || !actor) return;
  const { rule, code } = error;
  const subject = { subjectType: "rule", subjectId: rule, isAllowed: false, detail: { code, verb } };
  await recordView(actor, now, { action: "rule.refuse", ...subject }).catch((failure: unknown) =>
    log().error({ err: failure, verb }, "a refusal was not written down"),
  );
}

/** What a piece of work at the edge runs with: its realtime rows go out as soon as the answer is on its way. */
export const edgeRun = (actor: Run["actor"], now: Date): Run => ({
  actor,
  now,
  committed: (outboxIds) => after(() => deliverOutbox(new Date(), outboxIds)),
});
