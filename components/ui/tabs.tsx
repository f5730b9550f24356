import clsx from "clsx";
import Link from "next/link";

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          aria-current={tab.href === current ? "page" : undefined}
          className={clsx(
            "-mb-px inline-flex min-h-11 shrink-0 items-center gap-1.5 border-b-2 px-3",
            tab.href === current
              ? "border-primary font-semibold text-primary"
              : "border-transparent text-ink-muted hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
