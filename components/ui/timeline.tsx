import clsx from "clsx";
import type { ReactNode } from "react";

export interface TimelineEntry {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly when?: ReactNode;
  /** What has been, what is now, what comes next. */
  readonly state: "done" | "now" | "next";
}

/** What happened, what is happening, what comes: newest on top or in order, as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="grid">
      {entries.map((entry, index) => (
        <li
          key={entry.id}
          className="relative flex gap-3 pb-5 last:pb-0"
          aria-current={entry.state === "now" ? "step" : undefined}
        >
          {index < entries.length - 1 && (
            <span aria-hidden="true" className="absolute top-4 bottom-0 left-[0.4375rem] w-px bg-line" />
          )}
          <span
            aria-hidden="true"
            className={clsx(
              "relative mt-1.5 size-3.5 shrink-0 rounded-full border-2",
              entry.state === "done" && "border-primary bg-primary",
              entry.state === "now" && "border-next bg-next",
              entry.state === "next" && "border-line-strong bg-surface-raised",
            )}
          />
          <div className="min-w-0 flex-1">
            <p className={clsx(entry.state === "next" ? "text-ink-muted" : "font-medium")}>{entry.title}</p>
            {entry.detail && <div className="text-ink-muted text-sm">{entry.detail}</div>}
          </div>
          {entry.when && <div className="shrink-0 text-right text-ink-muted text-sm tabular-nums">{entry.when}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Where one stands in a short way of steps. */
export function Steps({ steps, current, label }: { steps: readonly string[]; current: number; label: string }) {
  return (
    <ol aria-label={label} className="flex gap-1.5">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? "step" : undefined} className="min-w-0 flex-1">
          <span
            aria-hidden="true"
            className={clsx("block h-1.5 rounded-full", index <= current ? "bg-primary" : "bg-line")}
          />
          <span
            className={clsx(
              "mt-1 block truncate text-xs",
              index === current ? "font-semibold text-ink" : "text-ink-muted",
            )}
          >
            {step}
          </span>
        </li>
      ))}
    </ol>
  );
}
