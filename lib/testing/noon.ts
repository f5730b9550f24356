/** The moment at which the fixtures take place. */
export const NOON = new Date("2026-11-23T04:00:00.000Z");
