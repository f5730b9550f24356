import clsx from "clsx";
import type { ReactNode } from "react";
import { labelEvery } from "./chart-scale";

const percent = (part: number) => `${Number((part * 100).toFixed(3))}%`;

/** A share of the plot's width from its left, or of its height from its top. */
export const across = percent;
export const down = (value: number, top: number) => percent(1 - value / top);

/**
 * The axes of a chart around its plot, an SVG whose places are shares of its size: so text keeps its size on every
 * screen. To those who listen it is one picture with a name; the numbers stand in a table beside it.
 */
export function ChartFrame({
  title,
  unit,
  marks,
  labels,
  format,
  legend,
  children,
}: {
  title: string;
  unit?: string;
  marks: readonly number[];
  labels: readonly string[];
  format: (value: number) => string;
  legend?: ReactNode;
  children: ReactNode;
}) {
  const top = marks.at(-1) ?? 1;
  const [onPhone, onDesk] = [labelEvery(labels.length, 4), labelEvery(labels.length, 12)];
  return (
    <div role="img" aria-label={unit ? `${title} (${unit})` : title} className="grid gap-3">
      {legend}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-ink-muted text-xs tabular-nums">
        {unit && <div className="col-span-2 pb-2.5">{unit}</div>}
        <div className="flex h-48 flex-col-reverse justify-between text-right md:h-56">
          {marks.map((mark) => (
            <span key={mark} className="-my-2.5 leading-5">
              {format(mark)}
            </span>
          ))}
        </div>
        <svg aria-hidden="true" className="h-48 w-full overflow-visible md:h-56">
          {marks.map((mark) => (
            <line
              key={mark}
              x2="100%"
              y1={down(mark, top)}
              y2={down(mark, top)}
              className={mark === 0 ? "stroke-line-strong" : "stroke-line"}
            />
          ))}
          {children}
        </svg>
        <div className="col-start-2 mt-1.5 flex">
          {labels.map((label, index) => (
            <span key={label} className="flex w-0 flex-1 justify-center whitespace-nowrap">
              <span className={clsx(index % onPhone !== 0 && "max-md:hidden", index % onDesk !== 0 && "md:hidden")}>
                {label}
              </span>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
