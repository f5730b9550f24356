import type { ReactNode } from "react";

/** Nothing here yet: why, and what one can do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      {icon && (
        <span
          aria-hidden="true"
          className="mb-2 grid size-14 place-items-center rounded-full bg-primary-tint text-primary-tint-ink [&>svg]:size-6"
        >
          {icon}
        </span>
      )}
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-[26rem] text-balance text-ink-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
