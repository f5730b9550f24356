import clsx from "clsx";
import type { ReactNode } from "react";

const pane =
  "min-w-0 @min-[60rem]:sticky @min-[60rem]:top-6 @min-[60rem]:max-h-[calc(100dvh-3rem)] @min-[60rem]:overflow-y-auto";

/** What may be longer than the screen can be scrolled by keyboard. */
const scrollable = { tabIndex: 0 } as const;

/**
 * Panes of a desk side by side: a list, the work, what is known beside it. With less room the list goes below the work,
 * then the side pane too: one works on what is open.
 */
export function SplitDesk({ list, side, children }: { list?: ReactNode; side?: ReactNode; children: ReactNode }) {
  return (
    <div className="@container">
      <div
        className={clsx(
          "grid items-start gap-5",
          list &&
            side &&
            "@3xl:grid-cols-[minmax(0,1fr)_17.5rem] @min-[60rem]:grid-cols-[13rem_minmax(0,1fr)_16.5rem] @min-[76rem]:grid-cols-[16rem_minmax(0,1fr)_22rem]",
          list && !side && "@3xl:grid-cols-[15rem_minmax(0,1fr)] @min-[60rem]:grid-cols-[19rem_minmax(0,1fr)]",
          !list && side && "@3xl:grid-cols-[minmax(0,1fr)_17.5rem] @min-[60rem]:grid-cols-[minmax(0,1fr)_22rem]",
        )}
      >
        {list && (
          <div
            className={clsx(
              pane,
              side
                ? "order-last @3xl:col-span-2 @min-[60rem]:order-none @min-[60rem]:col-span-1"
                : "@max-3xl:order-last",
            )}
          >
            {list}
          </div>
        )}
        <div className="min-w-0">{children}</div>
        {side && (
          <aside className={pane} {...scrollable}>
            {side}
          </aside>
        )}
      </div>
    </div>
  );
}
