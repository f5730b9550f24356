import { across, ChartFrame, down } from "./chart-frame";
import { axisMarks } from "./chart-scale";

export interface Bar {
  readonly label: string;
  readonly value: number;
}

const FEW = 8;

/** Bars on an axis with its unit, drawn on the server. Few bars carry their values. */
export function BarChart({
  title,
  unit,
  bars,
  format,
}: {
  title: string;
  unit?: string;
  bars: readonly Bar[];
  format: (value: number) => string;
}) {
  const marks = axisMarks(bars.map((bar) => bar.value));
  const top = marks.at(-1) ?? 1;
  const slot = 1 / Math.max(1, bars.length);
  const thick = slot * (bars.length > FEW ? 0.7 : 0.5);
  return (
    <ChartFrame title={title} unit={unit} marks={marks} labels={bars.map((bar) => bar.label)} format={format}>
      {bars.map((bar, index) => (
        <g key={bar.label}>
          <rect
            x={across(slot * (index + 0.5) - thick / 2)}
            width={across(thick)}
            y={down(bar.value, top)}
            height={across(bar.value / top)}
            className="fill-series-1"
          >
            <title>{`${bar.label}: ${format(bar.value)}`}</title>
          </rect>
          {bars.length <= FEW && (
            <text
              x={across(slot * (index + 0.5))}
              y={down(bar.value, top)}
              dy="-0.5em"
              textAnchor="middle"
              className="fill-ink font-medium text-xs"
            >
              {format(bar.value)}
            </text>
          )}
        </g>
      ))}
    </ChartFrame>
  );
}
