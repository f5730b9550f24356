import { z } from "zod";
import { consentKinds } from "./consent";
import { isCalendarDay } from "./resident-id";
import { line, passage } from "./text-input";

const kind = z.enum(consentKinds, "choose_one");

export const AgreeToConsent = z.strictObject({
  patientId: z.uuid(),
  consentTextId: z.uuid("consent_missing"),
  /** Of the text that was on the screen: another one is not agreed to by it. */
  sha256: z.string("consent_missing").regex(/^[0-9a-f]{64}$/, "consent_missing"),
  locale: z.enum(["zh-CN", "en"]),
  isAgreed: z.literal("on", "consent_missing"),
});
export type AgreeToConsent = z.output<typeof AgreeToConsent>;

export const WithdrawConsent = z.strictObject({ patientId: z.uuid(), kind });
export type WithdrawConsent = z.output<typeof WithdrawConsent>;

const title = line({ min: 4, max: 80, tooShort: "title_too_short" });
const body = passage({ min: 50, max: 15_000, tooShort: "body_too_short" }).transform((text) =>
  text.replace(/[ ]+\n/g, "\n").replace(/\n{2,}/g, "\n\n"),
);

const countParagraphs = (text: string) => text.split("\n\n").length;

export const PublishConsent = z
  .strictObject({
    kind,
    /** The newest version when the form was opened: another admin may have published since. */
    lastVersion: z.coerce.number().int().min(0),
    titleZh: title,
    titleEn: title,
    bodyZh: body,
    bodyEn: body,
    /** The day in Asia/Shanghai from which it is in force; at once where none is given. */
    effectiveOn: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.string().refine(isCalendarDay, "date_invalid").optional(),
    ),
  })
  .refine(({ bodyZh, bodyEn }) => countParagraphs(bodyZh) === countParagraphs(bodyEn), {
    path: ["bodyEn"],
    error: "paragraphs_differ",
  });
export type PublishConsent = z.output<typeof PublishConsent>;
