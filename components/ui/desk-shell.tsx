import type { ReactNode } from "react";
import { NavLink } from "./nav-link";
import type { NavItem } from "./phone-shell";
import { SkipLink } from "./skip-link";
import { VisuallyHidden } from "./visually-hidden";

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
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
      <SkipLink label={skipLabel} />
      <header className="border-line border-b bg-surface-raised lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-r lg:border-b-0 print:hidden">
        <div className="flex min-h-14 items-center justify-between gap-4 px-4 py-1.5 lg:contents">
          <div className="min-w-0 font-semibold text-primary leading-snug max-lg:line-clamp-2 lg:px-5 lg:pt-5 lg:pb-4">
            {brand}
          </div>
          <div className="flex shrink-0 items-center gap-1 text-sm lg:order-last lg:m-3 lg:mt-4 lg:flex-wrap lg:border-line lg:border-t lg:pt-3">
            {end}
          </div>
        </div>
        <nav aria-label={navLabel} className="relative overflow-x-auto px-2 lg:flex-1 lg:overflow-visible lg:px-3">
          <ul className="flex min-w-max lg:grid lg:min-w-0 lg:gap-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  exact={item.exact}
                  className="-outline-offset-3 flex min-h-11 items-center gap-2.5 whitespace-nowrap rounded-md px-3 py-1.5 leading-snug transition-colors max-lg:rounded-b-none max-lg:border-b-2 lg:gap-3 lg:whitespace-normal"
                  hereClassName="border-primary font-semibold text-primary lg:bg-primary-tint lg:text-primary-tint-ink"
                  elsewhereClassName="border-transparent text-ink-muted hover:text-ink lg:hover:bg-surface-sunken"
                >
                  <span aria-hidden="true" className="shrink-0 [&>svg]:size-5">
                    {item.icon}
                  </span>
                  {item.label}
                  {item.count && item.count.number > 0 && (
                    <span className="ml-auto min-w-6 rounded-full bg-next px-1.5 text-center text-next-ink text-xs leading-6">
                      <span aria-hidden="true">{item.count.number > 99 ? "99+" : item.count.number}</span>
                      <VisuallyHidden>{item.count.label}</VisuallyHidden>
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none lg:px-6 lg:py-6">
        {children}
      </main>
    </div>
  );
}
