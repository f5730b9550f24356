import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

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
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          {...rest}
          type="checkbox"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          className="mt-1 size-5 shrink-0 accent-primary"
        />
        <span>
          {label}
          {hint && <span className="block text-ink-muted text-sm">{hint}</span>}
        </span>
      </label>
      {error && (
        <p id={`${id}-error`} className="text-danger-ink text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

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
  error,
  onChange,
}: {
  legend: string;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  error?: string;
  onChange?: (value: string) => void;
}) {
  return (
    <fieldset className="grid gap-2" aria-invalid={error ? true : undefined}>
      <legend className="mb-2 font-medium">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "flex min-h-12 items-center gap-3 rounded-md border border-line bg-surface-raised px-3 py-2.5 has-checked:border-primary has-checked:bg-primary-tint",
            option.disabled && "opacity-60",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            onChange={onChange && (() => onChange(option.value))}
            className="size-5 shrink-0 accent-primary"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{option.label}</span>
            {option.hint && <span className="block text-ink-muted text-sm">{option.hint}</span>}
          </span>
          {option.aside && <span className="shrink-0 text-right">{option.aside}</span>}
        </label>
      ))}
      {error && <p className="text-danger-ink text-sm">{error}</p>}
    </fieldset>
  );
}
