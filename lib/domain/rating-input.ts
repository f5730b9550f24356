import { z } from "zod";
import { passage } from "./text-input";
import { ratingTags } from "./vocabulary/rating-tags";

/** Days after the end within which a consultation can be rated. */
export const RATING_DAYS = 30;

export const RateConsultation = z.strictObject({
  consultationId: z.uuid(),
  stars: z.coerce.number("choose_one").int("choose_one").min(1, "choose_one").max(5, "choose_one"),
  tags: z.array(z.enum(ratingTags)).max(ratingTags.length).default([]),
  words: z.preprocess((text) => (text === "" ? undefined : text), passage({ max: 500 }).optional()),
});
export type RateConsultation = z.output<typeof RateConsultation>;
