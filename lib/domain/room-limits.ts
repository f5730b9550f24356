/** Characters of one message. */
export const LONGEST_MESSAGE = 2_000;

/** Pictures, as they arrive (`proof` 15). */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_PIXELS = 40_000_000;

/** Pictures of one account that wait to be sent with something. */
export const MOST_UNSENT = 40;
