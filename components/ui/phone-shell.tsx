import type { ReactNode } from "react";
import { NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly exact?: boolean;
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
    <div className="mx-auto min-h-dvh max-w-5xl pb-[calc(4.25rem+env(safe-area-inset-bottom))] md:grid md:grid-cols-[12rem_1fr] md:grid-rows-[auto_1fr] md:gap-x-8 md:px-6 md:pb-10">
      <SkipLink label={skipLabel} />
      <header className="flex min-h-14 items-center justify-between gap-3 border-line border-b px-4 md:col-span-2 md:px-0">
        <div className="min-w-0 truncate font-semibold text-primary">{brand}</div>
        <div className="flex shrink-0 items-center gap-2 text-sm">{end}</div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none md:order-2 md:max-w-2xl md:px-0">
        {children}
      </main>
      <nav
        aria-label={navLabel}
        className="fixed inset-x-0 bottom-0 z-10 border-line border-t bg-surface-raised pb-[env(safe-area-inset-bottom)] md:static md:order-1 md:border-0 md:bg-transparent md:py-5"
      >
        <ul className="flex md:grid md:gap-1">
          {items.map((item) => (
            <li key={item.href} className="flex-1">
              <NavLink
                href={item.href}
                exact={item.exact}
                className="flex min-h-[4.25rem] flex-col items-center justify-center gap-0.5 text-ink-muted text-xs md:min-h-11 md:flex-row md:justify-start md:gap-3 md:rounded-md md:px-3 md:text-base"
                hereClassName="font-semibold !text-primary md:bg-primary-tint"
              >
                <span aria-hidden="true" className="[&>svg]:size-6 md:[&>svg]:size-5">
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
