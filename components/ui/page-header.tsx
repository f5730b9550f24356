import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./button-link";

/** The top of a page: the way back, its heading, a line about it, and what can be done. */
export function PageHeader({
  title,
  lead,
  actions,
  back,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { readonly href: string; readonly label: string };
}) {
  return (
    <div className="mb-5 grid gap-1">
      {back && (
        <AppLink
          href={back.href}
          className="-mt-2 -ml-1 inline-flex min-h-11 items-center gap-0.5 justify-self-start pr-3 text-ink-muted hover:text-primary"
        >
          <ChevronLeft aria-hidden="true" className="size-5" />
          {back.label}
        </AppLink>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h1 className="font-semibold text-2xl">{title}</h1>
          {lead && <div className="text-ink-muted">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
