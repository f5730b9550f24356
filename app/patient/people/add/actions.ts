"use server";

import { AddPatient } from "@/lib/domain/patient-input";
import { addPatientWithinLimit } from "@/lib/flows/patient/add";
import { flowAction } from "@/lib/web/action";

export const addPatient = flowAction("patient.add", AddPatient, addPatientWithinLimit);
