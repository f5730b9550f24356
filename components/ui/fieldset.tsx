import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError, FieldHint } from "./field-note";

/** Fields that answer one question together. */
export function Fieldset({
  legend,
  hint,
  error,
  className,
  children,
  ...rest
}: ComponentProps<"fieldset"> & { legend: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      {...rest}
      aria-describedby={described || undefined}
      className={clsx("grid min-w-0 content-start gap-2", className)}
    >
      <legend className="mb-2 font-medium text-ink">{legend}</legend>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
