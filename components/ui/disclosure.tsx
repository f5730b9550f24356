import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** More to read for whoever wants it. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="group rounded-lg border border-line bg-surface-raised">
      <summary className="flex min-h-12 items-center justify-between gap-3 rounded-lg px-4 py-2.5 font-medium [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-ink-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="border-line border-t px-4 py-3.5">{children}</div>
    </details>
  );
}
