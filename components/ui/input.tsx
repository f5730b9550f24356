import clsx from "clsx";
import type { ComponentProps } from "react";

/** The look of everything that is typed or chosen in. */
export const inputClass =
  "w-full min-h-11 rounded-md border border-line-strong bg-surface-raised px-3 text-ink aria-invalid:border-danger aria-invalid:border-2 disabled:opacity-60";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={clsx(inputClass, className)} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={4} {...rest} className={clsx(inputClass, "py-2.5", className)} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={clsx(inputClass, "pr-8", className)} />;
}
