import clsx from "clsx";
import type { ReactNode } from "react";
import { type Tone, toneClass } from "./badge";

/** Something to know before going on; `live` where it appears while one looks. */
export function Alert({
  tone = "info",
  title,
  children,
  action,
  live = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  return (
    <div role={live ? "alert" : undefined} className={clsx("grid gap-1 rounded-md px-4 py-3", toneClass[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-sm">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

/** Nothing here yet: why, and what one can do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 rounded-lg border border-line border-dashed px-6 py-10 text-center">
      <p className="font-semibold">{title}</p>
      {children && <p className="max-w-prose text-ink-muted">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
