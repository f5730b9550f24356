"use server";

import { OpenEmergency } from "@/lib/domain/emergency-input";
import { breakGlass as open } from "@/lib/flows/emergency/open";
import { flowAction } from "@/lib/web/action";

export const breakGlass = flowAction("record.break_glass", OpenEmergency, open, { revalidate: "/doctor/emergency" });
