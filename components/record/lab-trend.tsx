import type { LabValue } from "@/lib/domain/record-panel";

const [WIDTH, HEIGHT, EDGE] = [120, 28, 3];

/** A result over time as a line, its reference range as a band behind it; the words beside it say the same. */
export function LabTrend({ lab, label }: { lab: LabValue; label: string }) {
  const { trend, low, high } = lab;
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last || trend.length < 2) return null;
  const values = [...trend.map(({ value }) => value), ...[low, high].filter((bound) => bound !== null)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  const time = last.at.getTime() - first.at.getTime() || 1;
  const x = (at: Date) => EDGE + ((at.getTime() - first.at.getTime()) / time) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - least) / span) * (HEIGHT - 2 * EDGE);
  const [top, bottom] = [y(high ?? most), y(low ?? least)];
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-7 w-30">
      <rect x={0} y={top} width={WIDTH} height={Math.max(1, bottom - top)} className="fill-success-tint" />
      <polyline
        points={trend.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}
        className="fill-none stroke-primary"
        strokeWidth={1.5}
      />
      <circle cx={x(last.at)} cy={y(last.value)} r={2.5} className={lab.flag ? "fill-danger" : "fill-primary"} />
    </svg>
  );
}
