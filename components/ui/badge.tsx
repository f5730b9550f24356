import clsx from "clsx";
import type { ComponentProps } from "react";
import { type Tone, toneClass } from "./tone";

/** A short word about a thing: a flag, a count. */
export function Badge({ tone = "neutral", className, ...rest }: ComponentProps<"span"> & { tone?: Tone }) {
  return (
    <span
      {...rest}
      className={clsx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-2 py-0.5 font-medium text-xs forced-colors:border [&_svg]:size-3.5",
        toneClass[tone],
        className,
      )}
    />
  );
}
