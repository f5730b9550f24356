import clsx from "clsx";
import type { ComponentProps } from "react";
import { type Tone, toneClass } from "./tone";

/** The state of a thing: a mark and its word, so that no meaning rests on colour. `open`: it still waits for someone. */
export function StatusPill({
  tone = "neutral",
  open = false,
  className,
  children,
  ...rest
}: ComponentProps<"span"> & { tone?: Tone; open?: boolean }) {
  return (
    <span
      {...rest}
      className={clsx(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full py-0.5 pr-3 pl-2.5 font-medium text-sm forced-colors:border",
        toneClass[tone],
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={clsx("size-2 shrink-0 rounded-full border-2 border-current", !open && "bg-current")}
      />
      {children}
    </span>
  );
}
