import { releasePrescription } from "@/lib/commands/prescription/release";
import { HoldPrescription } from "@/lib/domain/review-input";
import { commandRoute } from "@/lib/web/route";

export const POST = commandRoute("prescription.release", HoldPrescription, releasePrescription);
