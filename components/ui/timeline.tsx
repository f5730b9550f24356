import clsx from "clsx";
import type { ReactNode } from "react";

export interface TimelineEntry {
  readonly id: string;
  readonly title: ReactNode;
  /** Who did it, or who holds it. */
  readonly who?: ReactNode;
  readonly detail?: ReactNode;
  readonly when?: ReactNode;
  /** What has been, what is now, what comes next. */
  readonly state: "done" | "now" | "next";
}

const marks = {
  done: "border-primary bg-primary",
  now: "border-next bg-next ring-4 ring-next-tint",
  next: "border-line-strong bg-surface-raised",
};

/** What happened, what is happening, what comes: newest on top or in order, as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="grid">
      {entries.map(({ id, title, who, detail, when, state }, index) => (
        <li
          key={id}
          className="relative flex gap-3.5 pb-6 pl-1 last:pb-0"
          aria-current={state === "now" ? "step" : undefined}
        >
          {index < entries.length - 1 && (
            <span
              aria-hidden="true"
              className={clsx(
                "absolute top-5 -bottom-1 left-[0.59375rem] border-l",
                state === "next" || entries[index + 1]?.state === "next"
                  ? "border-line-strong border-dashed"
                  : "border-primary",
              )}
            />
          )}
          <span
            aria-hidden="true"
            className={clsx("relative mt-[0.45em] size-3 shrink-0 rounded-full border-2", marks[state])}
          />
          <div className="grid min-w-0 flex-1 gap-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p
                className={clsx(
                  state === "next" ? "text-ink-muted" : state === "now" ? "font-semibold" : "font-medium",
                )}
              >
                {title}
              </p>
              {when && <span className="text-ink-muted text-sm tabular-nums">{when}</span>}
            </div>
            {who && <p className="text-ink-muted text-sm">{who}</p>}
            {detail && <div className={clsx("text-sm", state === "now" ? "text-ink" : "text-ink-muted")}>{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
