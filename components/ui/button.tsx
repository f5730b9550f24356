import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "next" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-primary-ink hover:bg-primary-hover active:bg-primary-hover",
  next: "border-transparent bg-next text-next-ink hover:bg-next-hover active:bg-next-hover",
  secondary:
    "border-line-strong bg-surface-raised text-ink hover:border-primary hover:text-primary active:bg-primary-tint",
  quiet: "border-transparent text-primary hover:bg-primary-tint active:bg-primary-tint",
  danger: "border-transparent bg-danger text-danger-fill-ink hover:bg-danger-hover active:bg-danger-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 py-1 text-sm pointer-coarse:min-h-11",
  md: "min-h-11 px-4 py-1.5",
  lg: "min-h-13 px-6 py-2 text-lg",
};

/** The look of a button, for whatever element carries it. */
export const buttonClass = (variant: ButtonVariant = "primary", size: ButtonSize = "md", isWide = false) =>
  clsx(
    "relative inline-flex select-none items-center justify-center gap-2 rounded-md border text-center font-medium leading-snug transition-colors not-data-waking:disabled:opacity-50 [&_svg]:size-[1.25em] [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    isWide && "w-full",
  );

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** At work: it keeps its size and its words, says so, and takes no second press. */
  busy?: boolean;
  /** As wide as what holds it. */
  wide?: boolean;
};

export function Button({
  variant,
  size,
  busy = false,
  wide = false,
  type = "button",
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // A busy button submits nothing: the form is on its way already.
      type={busy ? "button" : type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? undefined : onClick}
      className={clsx(buttonClass(variant, size, wide), busy && "busy-bar cursor-progress", className)}
    />
  );
}
