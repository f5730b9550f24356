/** Characters of one message. */
export const LONGEST_MESSAGE = 2_000;

/** Pictures, as they arrive (`proof` 15). */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_PIXELS = 40_000_000;

/** A voice message, in seconds; what is far longer is not read to its end. */
export const LONGEST_VOICE_SECONDS = 300;
export const LARGEST_VOICE_BYTES = 14 * 1024 * 1024;

/** Pictures and voices of one account that wait to be sent with something. */
export const MOST_UNSENT = 40;
