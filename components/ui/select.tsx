"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { inputClass } from "./input";

/** The browser's own list to choose from: on a phone it is the wheel that everyone knows.
 * Drawn in the browser, so that a `Field` gives its label to the list and not to what is around it. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...rest} className={clsx(inputClass, "appearance-none truncate pr-10")} />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
