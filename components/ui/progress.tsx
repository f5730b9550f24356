import clsx from "clsx";
import type { ComponentProps } from "react";

/** How far something is. Its label says what. */
export const Progress = ({ className, ...props }: ComponentProps<"progress"> & { "aria-label": string }) => (
  <progress
    {...props}
    className={clsx(
      "h-1.5 min-w-0 appearance-none overflow-hidden rounded-full bg-line-strong",
      "[&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-primary",
      className,
    )}
  />
);
