import { z } from "zod";
import { MOST_PICTURES } from "./booking-limits";

const MOST_FIELDS = 30;
/** Consent and answers about safety are given anew each time: they are never kept. */
const FIELD = /^(symptoms|visitId|intake\.[a-zA-Z]{1,30})$/;

/** Which application: one person's with one offering. */
export const DiscardDraft = z.strictObject({ patientId: z.uuid(), offeringId: z.uuid() });
export type DiscardDraft = z.output<typeof DiscardDraft>;

/** What is typed so far, unchecked, and the version it goes on from: 0 where nothing was saved yet. */
export const SaveDraft = z.strictObject({
  ...DiscardDraft.shape,
  version: z.int().min(0).max(1_000_000),
  fields: z
    .record(z.string().regex(FIELD), z.string().max(4000))
    .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, "invalid_value"),
  pictureIds: z.array(z.uuid()).max(MOST_PICTURES, "too_many_pictures"),
});
export type SaveDraft = z.output<typeof SaveDraft>;

/** What a sealed draft holds. */
export const DraftFields = SaveDraft.shape.fields;

/** Days after the last word until an unsent application is taken away. */
export const DRAFT_DAYS = 30;
