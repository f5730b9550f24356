/** How the state of a version looks. */
export const stateTone = { current: "success", coming: "info", past: "neutral" } as const;
