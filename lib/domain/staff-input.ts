import { z } from "zod";

export const ChangeAccess = z.strictObject({ accountId: z.uuid() });
export type ChangeAccess = z.output<typeof ChangeAccess>;
