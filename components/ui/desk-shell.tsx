import type { ReactNode } from "react";
import { NavLink } from "./nav-link";
import type { NavItem } from "./phone-shell";
import { SkipLink } from "./skip-link";

/** The frame of a desk: a quiet rail with the places, the work beside it. On a narrow screen the rail lies on top. */
export function DeskShell({
  brand,
  navLabel,
  skipLabel,
  items,
  end,
  children,
}: {
  brand: ReactNode;
  navLabel: string;
  skipLabel: string;
  items: readonly NavItem[];
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_1fr]">
      <SkipLink label={skipLabel} />
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-surface-raised px-4 py-2 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:border-r lg:border-b-0 lg:px-3 lg:py-5">
        <div className="font-semibold text-primary leading-snug lg:px-3 lg:pb-4">{brand}</div>
        <nav aria-label={navLabel} className="min-w-0 flex-1">
          <ul className="flex gap-1 overflow-x-auto lg:grid">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  exact={item.exact}
                  className="flex min-h-11 items-center gap-3 whitespace-nowrap rounded-md px-3 text-ink-muted hover:bg-surface-sunken hover:text-ink"
                  hereClassName="bg-primary-tint font-semibold !text-primary-tint-ink"
                >
                  <span aria-hidden="true" className="[&>svg]:size-5">
                    {item.icon}
                  </span>
                  {item.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-2 text-sm lg:flex-col lg:items-stretch lg:px-3">{end}</div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none lg:px-7 lg:py-6">
        {children}
      </main>
    </div>
  );
}

/** Panes of a desk side by side: a list, the work, what is known beside it. They stack where there is no room. */
export function SplitDesk({ list, side, children }: { list?: ReactNode; side?: ReactNode; children: ReactNode }) {
  const columns = list
    ? side
      ? "xl:grid-cols-[15rem_minmax(0,1fr)_21rem]"
      : "xl:grid-cols-[19rem_minmax(0,1fr)]"
    : "lg:grid-cols-[minmax(0,1fr)_22rem]";
  return (
    <div className={`grid items-start gap-5 ${columns}`}>
      {list && <div className="min-w-0 max-xl:order-last">{list}</div>}
      <div className="min-w-0">{children}</div>
      {side && (
        <aside className="min-w-0 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto">{side}</aside>
      )}
    </div>
  );
}

/** The top of a desk's page: its heading, a line about it, and what can be done. */
export function PageHeader({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl">{title}</h1>
        {lead && <p className="text-ink-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
