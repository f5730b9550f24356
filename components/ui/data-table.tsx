import clsx from "clsx";
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly numeric?: boolean;
}

/** A table with its caption; on a narrow screen each row becomes a small card with its heads beside the values. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table className="w-full border-collapse text-sm max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={clsx(
                "border-line border-b px-3 py-2 font-medium text-ink-muted",
                column.numeric ? "text-right" : "text-left",
              )}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:grid max-sm:gap-3">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-line border-b last:border-0 max-sm:grid max-sm:rounded-md max-sm:border max-sm:p-2"
          >
            {columns.map((column) => (
              <td
                key={column.id}
                data-head={column.head}
                className={clsx(
                  "px-3 py-2.5 align-top max-sm:grid max-sm:grid-cols-[7rem_1fr] max-sm:px-1 max-sm:py-1 max-sm:before:text-ink-muted max-sm:before:content-[attr(data-head)]",
                  column.numeric && "text-right tabular-nums max-sm:text-left",
                )}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
