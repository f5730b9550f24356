import { vi } from "vitest";

/** Waits until `check` no longer throws, as long as a busy machine may need; returns what it returned. */
export const eventually = <Found>(check: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(check, { timeout: 15_000 });
