import clsx from "clsx";
import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, toneClass } from "./tone";

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  primary: Info,
  info: Info,
  next: TriangleAlert,
  warning: TriangleAlert,
  danger: OctagonAlert,
  success: CircleCheck,
};

/** Something to know before going on; `live` where it appears while one looks. */
export function Alert({
  tone = "info",
  title,
  children,
  action,
  live = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const Icon = icons[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={clsx("flex gap-3 rounded-lg px-4 py-3.5 forced-colors:border", toneClass[tone])}
    >
      <Icon aria-hidden="true" className="mt-[0.15em] size-5 shrink-0" />
      <div className="grid min-w-0 flex-1 content-start gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "text-sm" : undefined}>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
