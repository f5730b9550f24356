/** An invitation is good for so many hours, and serves once. */
export const INVITATION_HOURS = 72;

/** So many recovery codes are given out at once; each serves once. */
export const RECOVERY_CODES = 10;
