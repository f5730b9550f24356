import "server-only";
import { turnApplicantAway } from "@/lib/commands/consultation/turn-away";
import { type Run, transact } from "@/lib/db/transact";
import type { AnswerRedFlags } from "@/lib/domain/booking-input";
import { Refusal } from "@/lib/errors";

/** R3: one yes to a red-flag question ends the application (`red_flag`); that it did is written down, the answers are not. */
export async function triage(run: Run, { offeringId, redFlags }: AnswerRedFlags): Promise<void> {
  if (!Object.values(redFlags).includes("yes")) return;
  await transact(run, turnApplicantAway, { offeringId, redFlags });
  throw new Refusal("red_flag", { rule: "R3" });
}
