import { z } from "zod";

/** The authenticator's six digits; spaces and full-width digits are taken as typed. */
export const StepUp = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .refine((text) => /^\d{6}$/.test(text), "code_wrong"),
});
export type StepUp = z.output<typeof StepUp>;

/** What the dialog that asks for the second factor says. */
export interface StepUpTexts {
  readonly title: string;
  readonly lead: string;
  readonly code: string;
  readonly codeHint: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly unreachable: string;
}
