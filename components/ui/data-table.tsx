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
  "px-3 py-2.5 align-top first:pl-4 last:pr-4 @max-xl:grid @max-xl:grid-cols-[minmax(5.5rem,30%)_minmax(0,1fr)] @max-xl:gap-x-3 @max-xl:p-0 @max-xl:data-head:before:text-ink-muted @max-xl:data-head:before:text-sm @max-xl:data-head:before:leading-[inherit] @max-xl:data-head:before:content-[attr(data-head)]";
const rowClass =
  "border-line border-t @max-xl:grid @max-xl:gap-1.5 @max-xl:px-4 @max-xl:py-3.5 @max-xl:first:border-t-0";

/** A table with its caption; where it is narrow each row is a small card with its heads beside the values. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div className="@container overflow-clip rounded-lg border border-line bg-surface-raised">
      <table className="w-full border-collapse @max-xl:block">
        <caption className={showCaption ? "px-4 pt-3 pb-1 text-left font-semibold @max-xl:block" : "sr-only"}>
          {caption}
        </caption>
        <thead className="bg-surface-sunken/60 @max-xl:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={clsx(headClass, column.numeric ? "text-right" : "text-left")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-xl:block">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={clsx(rowClass, "transition-colors hover:bg-surface-sunken/50")}>
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  data-head={(index > 0 && column.head) || undefined}
                  className={clsx(
                    cellClass,
                    index === 0 && "@max-xl:grid-cols-1 @max-xl:font-semibold",
                    index > 0 && !column.head && "@max-xl:grid-cols-1",
                    column.numeric && "text-right tabular-nums @max-xl:text-left",
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot className="font-semibold @max-xl:block">
            <tr className={clsx(rowClass, "border-line-strong @max-xl:first:border-t")}>
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  data-head={(index > 0 && column.total !== undefined && column.head) || undefined}
                  className={clsx(
                    cellClass,
                    column.numeric && "text-right tabular-nums @max-xl:text-left",
                    index === 0 && "@max-xl:grid-cols-1",
                    column.total === undefined && "@max-xl:hidden",
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
