import clsx from "clsx";

/** Stands where something is on its way, in its size: `className` gives the size. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={clsx("animate-pulse rounded-md bg-line", className)} />;
}

/** Lines of text on their way; `label` says so to those who listen. */
export function SkeletonLines({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="grid gap-2.5 py-1">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} className={clsx("h-4", line === lines - 1 ? "w-3/5" : "w-full")} />
      ))}
    </div>
  );
}
