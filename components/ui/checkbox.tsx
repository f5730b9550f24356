import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field-note";

/** A box to tick with its words; the words are part of the target. */
export function Checkbox({
  label,
  hint,
  error,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: string; error?: string }) {
  const id = useId();
  return (
    <div className={className}>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2 has-disabled:cursor-not-allowed has-disabled:opacity-60">
        <input
          {...rest}
          type="checkbox"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          className="mt-[0.2em] size-5 shrink-0 rounded-sm accent-primary aria-invalid:outline-2 aria-invalid:outline-danger"
        />
        <span>
          {label}
          {hint && <span className="block text-ink-muted text-sm">{hint}</span>}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
