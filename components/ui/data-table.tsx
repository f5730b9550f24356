import clsx from "clsx";
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly numeric?: boolean;
  /** Stands below the column: a sum, a mean. */
  readonly total?: ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: ReactNode;
}

const headClass = "px-3 py-2 font-medium text-ink-muted text-sm first:pl-4 last:pr-4";
const cellClass =
  "px-3 py-2.5 align-top first:pl-4 last:pr-4 @max-lg:grid @max-lg:grid-cols-[minmax(5.5rem,30%)_minmax(0,1fr)] @max-lg:gap-x-3 @max-lg:p-0 @max-lg:data-head:before:text-ink-muted @max-lg:data-head:before:text-sm @max-lg:data-head:before:leading-[inherit] @max-lg:data-head:before:content-[attr(data-head)]";
const rowClass =
  "border-line border-t @max-lg:grid @max-lg:gap-1.5 @max-lg:px-4 @max-lg:py-3.5 @max-lg:first:border-t-0";

/** A table with its caption; where it is narrow each row is a small card with its heads beside the values. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div className="@container overflow-clip rounded-lg border border-line bg-surface-raised">
      <table className="w-full border-collapse @max-lg:block">
        <caption className={showCaption ? "px-4 pt-3 pb-1 text-left font-semibold @max-lg:block" : "sr-only"}>
          {caption}
        </caption>
        <thead className="bg-surface-sunken/60 @max-lg:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={clsx(headClass, column.numeric ? "text-right" : "text-left")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-lg:block">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={clsx(rowClass, "transition-colors hover:bg-surface-sunken/50")}>
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  data-head={(index > 0 && column.head) || undefined}
                  className={clsx(
                    cellClass,
                    index === 0 && "@max-lg:grid-cols-1 @max-lg:font-semibold",
                    index > 0 && !column.head && "@max-lg:grid-cols-1",
                    column.numeric && "text-right tabular-nums @max-lg:text-left",
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot className="font-semibold @max-lg:block">
            <tr className={clsx(rowClass, "border-line-strong @max-lg:first:border-t")}>
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  data-head={(index > 0 && column.total !== undefined && column.head) || undefined}
                  className={clsx(
                    cellClass,
                    column.numeric && "text-right tabular-nums @max-lg:text-left",
                    index === 0 && "@max-lg:grid-cols-1",
                    column.total === undefined && "@max-lg:hidden",
                  )}
                >
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
