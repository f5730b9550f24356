import type { ReactNode } from "react";

/** The one thing to do now, on top of a page: what, why, by when, and the button that does it. */
export function NextStep({
  label,
  title,
  children,
  due,
  action,
}: {
  /** Says that this is the next step. */
  label: string;
  title: ReactNode;
  children?: ReactNode;
  due?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className="grid gap-4 rounded-xl bg-next-tint p-5 forced-colors:border sm:flex sm:items-center sm:gap-6"
    >
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium text-next-tint-ink text-sm">
          {label}
          {due && <span className="ml-2 font-normal tabular-nums">{due}</span>}
        </p>
        <h2 className="font-semibold text-ink text-xl">{title}</h2>
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action && <div className="grid shrink-0 gap-2">{action}</div>}
    </section>
  );
}
