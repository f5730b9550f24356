import { z } from "zod";

/** Whose record is to be fetched anew: one of the patient's own people, or somebody the doctor is seeing. */
export const RefreshRecord = z.strictObject({ patientId: z.uuid() });
