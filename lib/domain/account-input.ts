import { z } from "zod";

export const SwitchLanguage = z.strictObject({ locale: z.enum(["zh-CN", "en"]) });
export type SwitchLanguage = z.output<typeof SwitchLanguage>;

/** R5: there is nothing to say but that one is there. */
export const ConfirmIdentity = z.strictObject({});
