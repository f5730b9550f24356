import { z } from "zod";

export const UnlinkCard = z.strictObject({ patientId: z.uuid() });
export type UnlinkCard = z.output<typeof UnlinkCard>;
