"use client";

import { type ComponentProps, useState } from "react";
import { Textarea } from "@/components/ui/input";
import { SYMPTOMS } from "@/lib/domain/booking-limits";
import { graphemes } from "@/lib/domain/graphemes";

/** The symptoms with a live count. More than allowed can be typed: it is said, not cut off. */
export function SymptomsText({
  left,
  defaultValue = "",
  ...described
}: Omit<ComponentProps<"textarea">, "defaultValue"> & { left: string; defaultValue?: string }) {
  const [length, setLength] = useState(() => graphemes(defaultValue.trim()));
  const remaining = SYMPTOMS.max - length;
  const isLittle = remaining <= SYMPTOMS.max / 10;
  return (
    <div className="grid gap-1">
      <Textarea
        {...described}
        name="symptoms"
        defaultValue={defaultValue}
        maxLength={SYMPTOMS.max * 4}
        className="min-h-40"
        onInput={(event) => setLength(graphemes(event.currentTarget.value.trim()))}
      />
      <span
        aria-hidden="true"
        className={`justify-self-end text-xs tabular-nums ${isLittle ? "font-medium text-warning-ink" : "text-ink-muted"}`}
      >
        {length} / {SYMPTOMS.max}
      </span>
      <span aria-live="polite" className="sr-only">
        {isLittle && left.replace("{n}", String(remaining))}
      </span>
    </div>
  );
}
