"use server";

import { cancelConsultation as cancel } from "@/lib/commands/consultation/cancel";
import { rateConsultation as rate } from "@/lib/commands/consultation/rate";
import { decideTransfer as decide } from "@/lib/commands/transfer/decide";
import { CancelConsultation } from "@/lib/domain/booking-input";
import { RateConsultation } from "@/lib/domain/rating-input";
import { DecideTransfer } from "@/lib/domain/transfer-input";
import { action } from "@/lib/web/action";

export const cancelConsultation = action("consultation.cancel", CancelConsultation, cancel, { revalidate: "/patient" });
export const rateConsultation = action("consultation.rate", RateConsultation, rate, { revalidate: "/patient" });
export const decideTransfer = action("transfer.decide", DecideTransfer, decide, { revalidate: "/patient" });
