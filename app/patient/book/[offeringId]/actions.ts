"use server";

import { AnswerRedFlags, BookConsultation } from "@/lib/domain/booking-input";
import { bookWithFreshRecord } from "@/lib/flows/consultation/book";
import { triage } from "@/lib/flows/consultation/triage";
import { flowAction } from "@/lib/web/action";

export const answerRedFlags = flowAction("consultation.book", AnswerRedFlags, triage);
export const book = flowAction("consultation.book", BookConsultation, bookWithFreshRecord);
