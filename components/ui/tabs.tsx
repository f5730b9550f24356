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
    <nav aria-label={label} className="overflow-x-auto overscroll-x-contain">
      <ul className="flex min-w-max gap-1 border-line border-b">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              scroll={false}
              aria-current={tab.href === current ? "page" : undefined}
              className={clsx(
                "-mb-px -outline-offset-3 flex min-h-11 items-center gap-2 rounded-t-md border-b-2 px-3 transition-colors",
                tab.href === current
                  ? "border-primary font-semibold text-primary"
                  : "border-transparent text-ink-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span
                  className={clsx(
                    "min-w-6 rounded-full px-1.5 text-center font-medium text-xs tabular-nums leading-6",
                    tab.href === current ? "bg-primary-tint text-primary-tint-ink" : "bg-neutral-tint text-neutral-ink",
                  )}
                >
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
