import { claimPrescription } from "@/lib/commands/prescription/claim";
import { HoldPrescription } from "@/lib/domain/review-input";
import { commandRoute } from "@/lib/web/route";

export const POST = commandRoute("prescription.claim", HoldPrescription, claimPrescription);
