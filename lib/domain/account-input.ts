import { z } from "zod";

export const SwitchLanguage = z.strictObject({ locale: z.enum(["zh-CN", "en"]) });
export type SwitchLanguage = z.output<typeof SwitchLanguage>;
