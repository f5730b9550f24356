"use server";

import { removePatient as removePatientCommand } from "@/lib/commands/patient/remove";
import { RemovePatient } from "@/lib/domain/patient-input";
import { action } from "@/lib/web/action";

export const removePatient = action("patient.remove", RemovePatient, removePatientCommand, { revalidate: "/patient" });
