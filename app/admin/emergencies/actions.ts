"use server";

import { reviewEmergency as review } from "@/lib/commands/emergency/review";
import { ReviewEmergency } from "@/lib/domain/emergency-input";
import { action } from "@/lib/web/action";

export const reviewEmergency = action("emergency.review", ReviewEmergency, review, {
  revalidate: "/admin/emergencies",
});
