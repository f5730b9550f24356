"use server";

import { discardDraft } from "@/lib/commands/draft/discard";
import { AnswerRedFlags, BookConsultation } from "@/lib/domain/booking-input";
import { DiscardDraft } from "@/lib/domain/draft-input";
import { bookWithFreshRecord } from "@/lib/flows/consultation/book";
import { triage } from "@/lib/flows/consultation/triage";
import { action, flowAction } from "@/lib/web/action";

export const answerRedFlags = flowAction("consultation.book", AnswerRedFlags, triage);
export const book = flowAction("consultation.book", BookConsultation, bookWithFreshRecord);
export const discard = action("draft.discard", DiscardDraft, discardDraft);
