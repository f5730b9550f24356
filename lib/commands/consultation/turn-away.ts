import "server-only";
import type { Work } from "@/lib/db/transact";
import type { AnswerRedFlags } from "@/lib/domain/booking-input";
import { authorize } from "@/lib/domain/policy";

/** R3: writes down that an application ended with a red flag; of the answers nothing is kept but their number. */
export async function turnApplicantAway(work: Work, input: AnswerRedFlags): Promise<void> {
  authorize(work.actor, "consultation.book");
  work.audit({
    action: "consultation.book",
    subjectType: "offering",
    subjectId: input.offeringId,
    isAllowed: false,
    detail: { reason: "red_flag", answers: Object.values(input.redFlags).filter((answer) => answer === "yes").length },
  });
}
