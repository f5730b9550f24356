export type Tone = "neutral" | "primary" | "next" | "success" | "warning" | "danger" | "info";

/** Tint and text of each tone: pairs that are readable in both themes. */
export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral-tint text-neutral-ink",
  primary: "bg-primary-tint text-primary-tint-ink",
  next: "bg-next-tint text-next-tint-ink",
  success: "bg-success-tint text-success-ink",
  warning: "bg-warning-tint text-warning-ink",
  danger: "bg-danger-tint text-danger-ink",
  info: "bg-info-tint text-info-ink",
};
