// Apart from the schema, so that a browser which counts characters does not load a schema library for it.

/** Characters of a description of symptoms. */
export const SYMPTOMS = { min: 10, max: 500 } as const;

/** Characters of the medicines taken, and of the allergies. */
export const INTAKE_TEXT = 1000;

/** Pictures sent with a booking. */
export const MOST_PICTURES = 9;

/** How a consultation may be held. */
export const bookableChannels = ["text", "voice", "video"] as const;

/** A stored record serves a follow-up for so long; then it is fetched anew (R2, R4). */
export const RECORD_FRESH_MINUTES = 10;
