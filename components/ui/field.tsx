import { Children, cloneElement, isValidElement, type ReactElement, useId } from "react";
import { FieldError, FieldHint } from "./field-note";

type Described = { id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean };

/** A label, an optional hint and error, and the one input that they describe. */
export function Field({
  label,
  mark,
  hint,
  error,
  children,
}: {
  label: string;
  /** Stands beside the label: that the field may stay empty, for one. */
  mark?: string;
  hint?: string;
  error?: string;
  children: ReactElement<Described>;
}) {
  const own = useId();
  const given = isValidElement<Described>(children) ? children.props.id : undefined;
  const id = given ?? own;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-medium text-ink">
        {label}
        {mark && <span className="ml-2 font-normal text-ink-muted text-sm">{mark}</span>}
      </label>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {/* An input that comes from the server may arrive late: map waits for it, where cloning at once would fail. */}
      {Children.map(children, (input) =>
        cloneElement(input, {
          id,
          "aria-describedby": described || undefined,
          "aria-invalid": error ? true : undefined,
        }),
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
