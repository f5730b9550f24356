import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

/** Writes down that a card was not linked, and which part did not agree: denials are traceable (R29). */
export async function turnCardAway(work: Work, input: { patientId: string; reason: string }): Promise<void> {
  authorize(work.actor, "card.link");
  work.audit({
    action: "card.link",
    subjectType: "patient",
    subjectId: input.patientId,
    patientId: input.patientId,
    isAllowed: false,
    detail: { reason: input.reason },
  });
}
