import type { ReactNode } from "react";

/** Names and values; a row without a value is left out. */
export function DescriptionList({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-2">
      {rows.map(([name, value]) =>
        value === null || value === undefined || value === "" ? null : (
          <div key={name} className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-3">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
