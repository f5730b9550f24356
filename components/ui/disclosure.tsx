import type { ReactNode } from "react";

/** More to read for whoever wants it. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="rounded-md border border-line bg-surface-raised">
      <summary className="min-h-11 px-4 py-2.5 font-medium">{summary}</summary>
      <div className="border-line border-t px-4 py-3">{children}</div>
    </details>
  );
}

/** Stands where something is on its way, in its size. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`animate-pulse rounded-md bg-surface-sunken ${className}`} />;
}
