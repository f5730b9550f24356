import { z } from "zod";
import { prescriptionLines } from "./prescription-input";
import { line } from "./text-input";

/** Lines that a doctor keeps under a name; saved again under the same name, they replace the former ones. */
export const SaveTemplate = z.strictObject({
  name: line({ min: 1, max: 30, tooShort: "required" }),
  items: prescriptionLines,
});
export type SaveTemplate = z.output<typeof SaveTemplate>;

export const RemoveTemplate = z.strictObject({ templateId: z.uuid() });
export type RemoveTemplate = z.output<typeof RemoveTemplate>;
