import type { Viewport } from "next";

/** The frames keep clear of a phone's rounded corners themselves. */
export const viewport: Viewport = { viewportFit: "cover" };
