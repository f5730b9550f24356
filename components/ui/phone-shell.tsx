import type { ReactNode } from "react";
import { NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly exact?: boolean;
  /** How many things wait there, and how that is said; none: nothing is shown. */
  readonly count?: { readonly number: number; readonly label: string };
}

/** The patient's frame: content in one column, navigation under the thumb; beside the content on a wide screen. */
export function PhoneShell({
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
  /** Stands at the end of the header. */
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto min-h-dvh max-w-5xl pb-[calc(4.25rem+env(safe-area-inset-bottom))] md:grid md:grid-cols-[12rem_minmax(0,1fr)] md:grid-rows-[auto_1fr] md:gap-x-10 md:px-6 md:pb-10 print:block">
      <SkipLink label={skipLabel} />
      <header className="flex min-h-14 items-center justify-between gap-3 px-4 pt-[env(safe-area-inset-top)] md:col-span-2 md:min-h-16 md:border-line md:border-b md:px-3">
        <div className="line-clamp-2 min-w-0 font-semibold text-primary leading-snug">{brand}</div>
        <div className="-mr-3 flex min-w-0 items-center gap-1 text-sm md:mr-0 md:gap-3 print:hidden">{end}</div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-2 pb-6 outline-none md:order-2 md:max-w-2xl md:px-0 md:py-7"
      >
        {children}
      </main>
      <nav
        aria-label={navLabel}
        data-bottom-nav=""
        className="fixed inset-x-0 bottom-0 z-10 border-line border-t bg-surface-raised pb-[env(safe-area-inset-bottom)] md:static md:order-1 md:border-0 md:bg-transparent md:py-6 print:hidden"
      >
        <ul className="flex md:sticky md:top-6 md:grid md:gap-0.5">
          {items.map((item) => (
            <li key={item.href} className="min-w-0 flex-1">
              <NavLink
                href={item.href}
                exact={item.exact}
                className="group -outline-offset-3 flex min-h-[4.25rem] flex-col items-center justify-center gap-0.5 px-1 text-center text-xs leading-tight transition-colors md:min-h-11 md:flex-row md:justify-start md:gap-3 md:rounded-md md:px-3 md:text-left md:text-base"
                hereClassName="font-semibold text-primary md:bg-primary-tint md:text-primary-tint-ink"
                elsewhereClassName="text-ink-muted hover:text-ink md:hover:bg-surface-sunken"
              >
                <span
                  aria-hidden="true"
                  className="rounded-full px-4 py-0.5 transition-colors max-md:group-aria-[current=page]:bg-primary-tint md:px-0 [&>svg]:size-6 md:[&>svg]:size-5"
                >
                  {item.icon}
                </span>
                {item.label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
