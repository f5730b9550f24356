import { z } from "zod";
import { line, passage } from "./text-input";

/** A tax number of an organisation: the unified social credit code, or the fifteen to twenty characters of older ones. */
const taxNumber = z
  .string("tax_number_invalid")
  .transform((text) => text.replace(/\s/g, "").toUpperCase())
  .refine((text) => /^[0-9A-Z]{15,20}$/.test(text), "tax_number_invalid");

const title = line({ min: 2, max: 100, tooShort: "title_too_short" });
/** Of an order or of a consultation: what the form sends is one of the two. */
const thing = { kindOfThing: z.enum(["order", "consultation"], "choose_one"), thingId: z.uuid() };

/** An invoice (fapiao) on a person's name, or on an organisation's with its tax number. */
export const AskInvoice = z.discriminatedUnion("holder", [
  z.strictObject({ holder: z.literal("person"), ...thing, title, taxNumber: z.literal("").optional() }),
  z.strictObject({ holder: z.literal("organisation"), ...thing, title, taxNumber }),
]);
export type AskInvoice = z.output<typeof AskInvoice>;

const LARGEST_INVOICE_BYTES = 2 * 1024 * 1024;

/** The invoice itself: a PDF, and the number that it bears. */
export const IssueInvoice = z.strictObject({
  id: z.uuid(),
  number: z.string("number_invalid").regex(/^[0-9A-Za-z-]{4,40}$/, "number_invalid"),
  file: z
    .instanceof(Uint8Array, { error: "file_missing" })
    .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_INVOICE_BYTES, "file_too_large")
    .refine((bytes) => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-", "not_a_pdf"),
});
export type IssueInvoice = z.output<typeof IssueInvoice>;

export const RefuseInvoice = z.strictObject({
  invoiceId: z.uuid(),
  reason: passage({ min: 5, max: 300, tooShort: "reason_too_short" }),
});
export type RefuseInvoice = z.output<typeof RefuseInvoice>;

export const OpenInvoice = z.strictObject({ id: z.uuid() });
export type OpenInvoice = z.output<typeof OpenInvoice>;

/** What is sealed with an invoice. */
const Sealed = z.object({ title: z.string(), taxNumber: z.string().nullable() });
export const invoiceTitleText = (given: z.output<typeof Sealed>): string => JSON.stringify(given);
export const readInvoiceTitle = (text: string): z.output<typeof Sealed> => Sealed.parse(JSON.parse(text));
