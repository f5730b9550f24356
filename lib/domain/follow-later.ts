// Apart from the schemas, so that the home does not load a schema library for one word.

/** The cookie of whoever put off following the official account. */
export const FOLLOW_LATER = "hospital.follow-later";
