import { across, ChartFrame, down } from "./chart-frame";
import { axisMarks } from "./chart-scale";

export interface Series {
  readonly label: string;
  /** One value for each label of the axis; `null` where there is none. */
  readonly values: readonly (number | null)[];
}

/** Colour and dash: lines differ without colour too. At most four can be told apart. */
const looks = [
  { line: "stroke-series-1", fill: "fill-series-1", dash: undefined },
  { line: "stroke-series-2", fill: "fill-series-2", dash: "7 4" },
  { line: "stroke-series-3", fill: "fill-series-3", dash: "2 4" },
  { line: "stroke-series-4", fill: "fill-series-4", dash: "10 3 2 3" },
] as const;

/** Up to four lines over one axis, drawn on the server, each with its own colour, dash and mark. */
export function LineChart({
  title,
  unit,
  labels,
  series,
  format,
}: {
  title: string;
  unit?: string;
  labels: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
}) {
  const marks = axisMarks(series.flatMap((line) => line.values.filter((value) => value !== null)));
  const top = marks.at(-1) ?? 1;
  const x = (index: number) => across((index + 0.5) / Math.max(1, labels.length));
  const lines = series.slice(0, looks.length).map((line, index) => ({ ...line, look: looks[index] ?? looks[0] }));
  return (
    <ChartFrame
      title={title}
      unit={unit}
      marks={marks}
      labels={labels}
      format={format}
      legend={lines.length > 1 && <Legend lines={lines} />}
    >
      {lines.map(({ label, values, look }) => (
        <g key={label} strokeLinecap="round">
          {values.map((value, index) => {
            const next = values[index + 1];
            if (value === null) return null;
            return (
              <g key={labels[index]}>
                {typeof next === "number" && (
                  <line
                    x1={x(index)}
                    y1={down(value, top)}
                    x2={x(index + 1)}
                    y2={down(next, top)}
                    strokeWidth={2}
                    strokeDasharray={look.dash}
                    className={look.line}
                  />
                )}
                <circle cx={x(index)} cy={down(value, top)} r={labels.length > 16 ? 2 : 3.5} className={look.fill}>
                  <title>{`${label}, ${labels[index]}: ${format(value)}`}</title>
                </circle>
              </g>
            );
          })}
        </g>
      ))}
    </ChartFrame>
  );
}

function Legend({ lines }: { lines: readonly { label: string; look: (typeof looks)[number] }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {lines.map(({ label, look }) => (
        <li key={label} className="flex items-center gap-2">
          <svg aria-hidden="true" width="32" height="8">
            <line x1="1" x2="31" y1="4" y2="4" strokeWidth={2} strokeDasharray={look.dash} className={look.line} />
            <circle cx="16" cy="4" r="3.5" className={look.fill} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
