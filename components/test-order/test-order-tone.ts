import type { Tone } from "@/components/ui/tone";

const tones: Record<string, Tone> = { ordered: "info", resulted: "success", cancelled: "neutral" };

/** The tone of a test order's state. */
export const testOrderTone = (status: string): Tone => tones[status] ?? "neutral";
