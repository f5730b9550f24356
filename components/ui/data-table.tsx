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

const MANY = 5;

const headClass = "whitespace-nowrap px-3 py-2 font-medium text-ink-muted text-sm first:pl-4 last:pr-4";
const rowClass = "border-line border-t as-cards:grid as-cards:gap-1.5 as-cards:px-4 as-cards:py-3.5";
const cellClass = "align-top as-table:px-3 as-table:py-2.5 as-table:first:pl-4 as-table:last:pr-4";
/** In a card the head stands beside the value. */
const namedClass =
  "as-cards:grid as-cards:grid-cols-[minmax(5.5rem,30%)_minmax(0,1fr)] as-cards:items-baseline as-cards:gap-x-3 as-cards:before:text-ink-muted as-cards:before:text-sm as-cards:before:content-[attr(data-head)]";

/** A table with its caption; where it is narrow each row is a small card, its first column the card's heading. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div
      className={clsx(
        "overflow-clip rounded-lg border border-line bg-surface-raised",
        columns.length < MANY ? "@container/few-columns" : "@container/many-columns",
      )}
    >
      <table className="w-full border-collapse as-cards:block">
        <caption className={showCaption ? "px-4 pt-3 pb-2 text-left font-semibold as-cards:block" : "sr-only"}>
          {caption}
        </caption>
        <thead className="bg-surface-sunken/60 as-cards:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={clsx(headClass, column.numeric ? "text-right" : "text-left")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="as-cards:block">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={clsx(rowClass, "transition-colors hover:bg-surface-sunken/50")}>
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} isHeading={index === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot className="bg-surface-sunken/60 font-semibold as-cards:block">
            <tr className={rowClass}>
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} isHeading={index === 0}>
                  {column.total}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Cell<Row>({ column, isHeading, children }: { column: Column<Row>; isHeading: boolean; children: ReactNode }) {
  const isNamed = !isHeading && column.head !== "";
  return (
    <td
      data-head={isNamed ? column.head : undefined}
      className={clsx(
        cellClass,
        isHeading ? "as-cards:block as-cards:font-semibold" : isNamed ? namedClass : "as-cards:block",
        column.numeric && "as-table:text-right tabular-nums",
        children === undefined && "as-cards:hidden",
      )}
    >
      {children}
    </td>
  );
}
