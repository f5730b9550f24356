import type { ReactNode } from "react";

/** The page's main action under the thumb, above the bottom navigation; on a wide screen it ends the page. */
export function ActionBar({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 -mx-4 mt-6 flex items-center gap-4 border-line border-t bg-surface-raised px-4 py-3 md:static md:mx-0 md:rounded-lg md:border">
      {aside && <div className="min-w-0">{aside}</div>}
      <div className="ml-auto flex flex-1 justify-end gap-2 max-md:[&>*]:flex-1">{children}</div>
    </div>
  );
}
