import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

/** The look of everything that is typed or chosen in. */
export const inputClass =
  "w-full min-h-11 rounded-md border border-line-strong bg-surface-raised px-3 text-ink transition-colors hover:border-primary aria-invalid:border-danger aria-invalid:shadow-[inset_0_0_0_1px_var(--danger)] disabled:border-line disabled:bg-surface-sunken disabled:text-ink-muted read-only:[&:is(input,textarea)]:bg-surface-sunken";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={clsx(inputClass, className)} />;
}

/** Grows with what is written in it, unless it is told its `rows`. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      className={clsx(
        inputClass,
        "resize-y py-2.5",
        rest.rows === undefined && "field-sizing-content min-h-28",
        className,
      )}
    />
  );
}

/** The browser's own list to choose from: on a phone it is the wheel that everyone knows. */
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
