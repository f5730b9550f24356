"use server";

import { prescribe as signAndSubmit } from "@/lib/commands/prescription/prescribe";
import { Prescribe } from "@/lib/domain/prescription-input";
import { action } from "@/lib/web/action";

export const prescribe = action("prescription.prescribe", Prescribe, signAndSubmit, { revalidate: "/doctor" });
