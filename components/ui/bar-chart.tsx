export interface Bar {
  readonly label: string;
  readonly value: number;
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 56;
const BOTTOM = 28;
const TOP = 10;

/** A round number at or above the greatest value, so that the axis reads well. */
function niceTop(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((top) => top >= most) ?? most;
}

/** Bars on an axis with its unit, drawn on the server; the numbers stand in a table beside it. */
export function BarChart({
  title,
  bars,
  format,
}: {
  title: string;
  bars: readonly Bar[];
  format: (value: number) => string;
}) {
  const top = niceTop(bars.map((bar) => bar.value));
  const height = HEIGHT - TOP - BOTTOM;
  const slot = (WIDTH - LEFT) / Math.max(1, bars.length);
  const y = (value: number) => TOP + height * (1 - value / top);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} className="w-full">
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={LEFT} x2={WIDTH} y1={y(top * part)} y2={y(top * part)} className="stroke-line" />
          <text x={LEFT - 8} y={y(top * part) + 4} textAnchor="end" className="fill-ink-muted text-xs">
            {format(top * part)}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <g key={bar.label}>
          <rect
            x={LEFT + slot * index + slot * 0.18}
            width={slot * 0.64}
            y={y(bar.value)}
            height={Math.max(0, TOP + height - y(bar.value))}
            rx={3}
            className="fill-primary"
          />
          <text x={LEFT + slot * (index + 0.5)} y={HEIGHT - 8} textAnchor="middle" className="fill-ink-muted text-xs">
            {bar.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
