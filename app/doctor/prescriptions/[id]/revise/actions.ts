"use server";

import { revise as signNextVersion } from "@/lib/commands/prescription/revise";
import { Revise } from "@/lib/domain/prescription-input";
import { action } from "@/lib/web/action";

export const revise = action("prescription.revise", Revise, signNextVersion, { revalidate: "/doctor" });
