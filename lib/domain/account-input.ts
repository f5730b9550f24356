import { z } from "zod";

export const SwitchLanguage = z.strictObject({ locale: z.enum(["zh-CN", "en"]) });
export type SwitchLanguage = z.output<typeof SwitchLanguage>;

/** R5: said in so many words. */
export const ConfirmIdentity = z.strictObject({ isMe: z.literal("yes") });

/** New codes make the old ones worthless: asked for on purpose. */
export const RenewRecoveryCodes = z.strictObject({ replacesOld: z.literal("yes") });
