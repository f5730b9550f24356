"use client";

import clsx from "clsx";
import { type ComponentProps, useState } from "react";
import { Textarea } from "./input";

/**
 * A textarea that shows how much of its length is used. `left` is read out when little is left, `{n}` in it being the
 * number of characters.
 */
export function CountedTextarea({
  maxLength,
  left,
  onInput,
  ...rest
}: Omit<ComponentProps<"textarea">, "maxLength"> & { maxLength: number; left: string }) {
  const [length, setLength] = useState(String(rest.value ?? rest.defaultValue ?? "").length);
  const remaining = maxLength - length;
  const isLittle = remaining <= Math.max(10, maxLength / 10);
  return (
    <div className="grid gap-1">
      <Textarea
        {...rest}
        maxLength={maxLength}
        onInput={(event) => {
          setLength(event.currentTarget.value.length);
          onInput?.(event);
        }}
      />
      <span
        aria-hidden="true"
        className={clsx(
          "justify-self-end text-xs tabular-nums",
          isLittle ? "font-medium text-warning-ink" : "text-ink-muted",
        )}
      >
        {length} / {maxLength}
      </span>
      <span aria-live="polite" className="sr-only">
        {isLittle && left.replace("{n}", String(remaining))}
      </span>
    </div>
  );
}
