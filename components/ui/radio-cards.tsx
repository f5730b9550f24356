import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { FieldError, FieldHint } from "./field-note";

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Stands at the end of the card: a price, a count. */
  readonly aside?: ReactNode;
  readonly disabled?: boolean;
}

/** One choice out of few, each as a card. */
export function RadioCards({
  legend,
  name,
  options,
  defaultValue,
  hint,
  error,
  required,
  columns = false,
  onChange,
}: {
  legend: string;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  hint?: string;
  error?: string;
  required?: boolean;
  /** Short cards side by side where there is room. */
  columns?: boolean;
  onChange?: (value: string) => void;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined} className="grid min-w-0 content-start gap-2">
      <legend className="mb-2 font-medium text-ink">{legend}</legend>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      <div className={clsx("grid gap-2", columns && "sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]")}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              "flex min-h-13 items-center gap-3 rounded-md border bg-surface-raised px-3.5 py-2.5 transition-colors has-checked:border-primary has-checked:bg-primary-tint has-checked:shadow-[inset_0_0_0_1px_var(--primary)] has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
              option.disabled ? "cursor-not-allowed opacity-60" : "cursor-pointer hover:border-primary",
              error ? "border-danger" : "border-line-strong",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
              onChange={onChange && (() => onChange(option.value))}
              className="size-5 shrink-0 accent-primary outline-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{option.label}</span>
              {option.hint && <span className="block text-ink-muted text-sm">{option.hint}</span>}
            </span>
            {option.aside && <span className="shrink-0 text-right font-medium tabular-nums">{option.aside}</span>}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
