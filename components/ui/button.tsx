import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "next" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-primary text-primary-ink hover:bg-primary-hover",
  next: "bg-next text-next-ink hover:bg-next-hover",
  secondary: "border border-line-strong bg-surface-raised text-ink hover:bg-surface-sunken",
  quiet: "text-primary hover:bg-primary-tint",
  danger: "bg-danger text-danger-fill-ink hover:opacity-90",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 text-sm pointer-coarse:min-h-11",
  md: "min-h-11 px-4",
  lg: "min-h-12 px-5 text-lg",
};

/** The look of a button, for whatever element carries it. */
export const buttonClass = (variant: ButtonVariant = "primary", size: ButtonSize = "md", isWide = false) =>
  clsx(
    "inline-flex items-center justify-center gap-2 rounded-md font-medium transition-colors duration-150 ease-calm disabled:opacity-55",
    variants[variant],
    sizes[size],
    isWide && "w-full",
  );

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** At work: it keeps its size, says so, and takes no second press. */
  busy?: boolean;
  /** As wide as what holds it. */
  wide?: boolean;
};

export function Button({
  variant,
  size,
  busy = false,
  wide = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={clsx(buttonClass(variant, size, wide), busy && "cursor-progress", className)}
    >
      <span className={clsx("inline-flex items-center gap-2", busy && "animate-pulse")}>{children}</span>
    </button>
  );
}
