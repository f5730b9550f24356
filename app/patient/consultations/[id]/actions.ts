"use server";

import { cancelConsultation as cancel } from "@/lib/commands/consultation/cancel";
import { CancelConsultation } from "@/lib/domain/booking-input";
import { action } from "@/lib/web/action";

export const cancelConsultation = action("consultation.cancel", CancelConsultation, cancel, { revalidate: "/patient" });
