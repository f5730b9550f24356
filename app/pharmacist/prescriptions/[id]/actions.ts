"use server";

import { approvePrescription as approve } from "@/lib/commands/prescription/approve";
import { claimPrescription as claim } from "@/lib/commands/prescription/claim";
import { refusePrescription as refuse } from "@/lib/commands/prescription/refuse";
import { releasePrescription as release } from "@/lib/commands/prescription/release";
import { returnPrescription as giveBack } from "@/lib/commands/prescription/return";
import {
  ApprovePrescription,
  HoldPrescription,
  RefusePrescription,
  ReturnPrescription,
} from "@/lib/domain/review-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/pharmacist" };

export const claimPrescription = action("prescription.claim", HoldPrescription, claim, options);
export const releasePrescription = action("prescription.release", HoldPrescription, release, options);
export const approvePrescription = action("prescription.approve", ApprovePrescription, approve, options);
export const returnPrescription = action("prescription.return", ReturnPrescription, giveBack, options);
export const refusePrescription = action("prescription.refuse", RefusePrescription, refuse, options);
