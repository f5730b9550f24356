import clsx from "clsx";
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
