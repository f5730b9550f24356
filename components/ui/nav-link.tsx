"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A place of the main navigation; it knows whether one is there. `exact`: only on that very page. */
export function NavLink({
  href,
  exact = false,
  className,
  hereClassName,
  elsewhereClassName,
  children,
}: {
  href: string;
  exact?: boolean;
  className: string;
  hereClassName: string;
  elsewhereClassName: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const isHere = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className={clsx(className, isHere ? hereClassName : elsewhereClassName)}
    >
      {children}
    </Link>
  );
}
