import type { Role } from "./actor";

const MINUTES_A_DAY = 1_440;

/** A session ends so many minutes after it was last used, and so many after it was opened, whichever comes first. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly wholeMinutes: number;
}

export const patientSession: SessionLimits = { idleMinutes: 7 * MINUTES_A_DAY, wholeMinutes: 30 * MINUTES_A_DAY };

/** Staff sit at shared desks: half an hour idle, and a working day at the most. */
export const staffSession: SessionLimits = { idleMinutes: 30, wholeMinutes: MINUTES_A_DAY / 2 };

export const sessionLimits = (role: Role): SessionLimits => (role === "patient" ? patientSession : staffSession);
