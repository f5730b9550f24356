import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { may, type Verb } from "@/lib/domain/policy";
import { type ChannelRef, parseChannel } from "@/lib/domain/realtime";

/** Whoever may do a desk's work hears of it. */
const workOf = {
  review: "prescription.claim",
  dispensing: "order.pick",
  requests: "request.answer",
} as const satisfies Record<string, Verb>;

async function isMember(actor: Person, ref: ChannelRef): Promise<boolean> {
  if (ref.kind === "desk") return may(actor, workOf[ref.desk]);
  if (ref.kind === "account") return ref.id === actor.accountId;
  const where = { id: ref.id };
  const found =
    ref.kind === "consultation"
      ? await db().consultation.findFirst({ where: { ...where, ...scope.consultation(actor) }, select: { id: true } })
      : await db().order.findFirst({ where: { ...where, ...scope.order(actor) }, select: { id: true } });
  return found !== null;
}

/**
 * Whether a person may hear a channel: as the database has it now, each time a socket joins. A denial is written into
 * the audit.
 */
export async function mayHear(actor: Person, channel: string, now: Date): Promise<boolean> {
  const ref = parseChannel(channel);
  if (ref && (await isMember(actor, ref))) return true;
  const subjectId = ref ? channel : "unknown";
  await recordView(actor, now, { action: "realtime.join", subjectType: "channel", subjectId, isAllowed: false });
  return false;
}
