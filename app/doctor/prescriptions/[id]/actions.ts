"use server";

import { doubleSign as signAgain } from "@/lib/commands/prescription/double-sign";
import { voidPrescription as takeBack } from "@/lib/commands/prescription/void";
import { DoubleSign, VoidPrescription } from "@/lib/domain/prescription-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/doctor" };

export const doubleSign = action("prescription.double_sign", DoubleSign, signAgain, options);
export const voidPrescription = action("prescription.void", VoidPrescription, takeBack, options);
