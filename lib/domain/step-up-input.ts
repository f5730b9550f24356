import { z } from "zod";
import { ShowPasskey } from "./passkey-input";

/** The authenticator's six digits; spaces and full-width digits are taken as typed. */
const ShowCode = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .refine((text) => /^\d{6}$/.test(text), "code_wrong"),
});

/** The second factor, shown again: the authenticator's code or a passkey. */
export const StepUp = z.union([ShowCode, ShowPasskey]);
export type StepUp = z.output<typeof StepUp>;

/** What the dialog that asks for the second factor says, and what the browser is to ask a passkey; null without one. */
export interface StepUpOffer {
  readonly passkey: unknown;
  readonly texts: Readonly<
    Record<"title" | "lead" | "code" | "codeHint" | "confirm" | "passkey" | "cancel" | "unreachable", string>
  >;
}
