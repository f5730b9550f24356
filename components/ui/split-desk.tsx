import clsx from "clsx";
import type { ReactNode } from "react";

const pane = "min-w-0 @5xl:sticky @5xl:top-6 @5xl:max-h-[calc(100dvh-3rem)] @5xl:overflow-y-auto";

/**
 * Panes of a desk side by side: a list, the work, what is known beside it. With less room the side pane goes first below
 * the work's right, then below it; the list comes last, as one works on what is open.
 */
export function SplitDesk({ list, side, children }: { list?: ReactNode; side?: ReactNode; children: ReactNode }) {
  return (
    <div className="@container">
      <div
        className={clsx(
          "grid items-start gap-5",
          list &&
            side &&
            "@3xl:grid-cols-[minmax(0,1fr)_17.5rem] @5xl:grid-cols-[13.5rem_minmax(0,1fr)_17.5rem] @7xl:grid-cols-[16rem_minmax(0,1fr)_22rem]",
          list && !side && "@3xl:grid-cols-[15rem_minmax(0,1fr)] @5xl:grid-cols-[19rem_minmax(0,1fr)]",
          !list && side && "@3xl:grid-cols-[minmax(0,1fr)_17.5rem] @5xl:grid-cols-[minmax(0,1fr)_22rem]",
        )}
      >
        {list && (
          <div
            className={clsx(
              pane,
              side ? "order-last @3xl:col-span-2 @5xl:order-none @5xl:col-span-1" : "@max-3xl:order-last",
            )}
          >
            {list}
          </div>
        )}
        <div className="min-w-0">{children}</div>
        {side && <aside className={pane}>{side}</aside>}
      </div>
    </div>
  );
}
