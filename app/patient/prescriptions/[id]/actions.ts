"use server";

import { voidPrescription as takeBack } from "@/lib/commands/prescription/void";
import { VoidPrescription } from "@/lib/domain/prescription-input";
import { action } from "@/lib/web/action";

export const voidPrescription = action("prescription.void", VoidPrescription, takeBack, {
  revalidate: "/patient/prescriptions",
});
