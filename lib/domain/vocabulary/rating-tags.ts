/** What a patient may tick beside the stars. */
export const ratingTags = ["clear", "patient", "prompt", "thorough", "helpful", "hurried", "unclear", "slow"] as const;
export type RatingTag = (typeof ratingTags)[number];
