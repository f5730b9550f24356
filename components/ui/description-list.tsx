import clsx from "clsx";
import type { ReactNode } from "react";

/** Names and values; a row without a value is left out. `columns`: pairs side by side where there is room. */
export function DescriptionList({
  rows,
  columns = false,
}: {
  rows: readonly (readonly [name: string, value: ReactNode])[];
  columns?: boolean;
}) {
  return (
    <div className="@container">
      <dl className={clsx("grid gap-x-8 gap-y-2", columns && "@lg:grid-cols-2")}>
        {rows.map(([name, value]) =>
          value === null || value === undefined || value === "" ? null : (
            <div key={name} className="grid grid-cols-[minmax(5.5rem,28%)_minmax(0,1fr)] items-baseline gap-x-3">
              <dt className="text-ink-muted text-sm">{name}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
