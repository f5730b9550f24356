import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What helps to fill in a field. */
export function FieldHint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-ink-muted text-sm">
      {children}
    </p>
  );
}

/** What is wrong with a field, and what to do. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 font-medium text-danger-ink text-sm">
      <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0" />
      {children}
    </p>
  );
}
