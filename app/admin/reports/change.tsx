import { useLocale } from "next-intl";

/** How much more or less than before, in per cent; nothing where there was nothing before. */
export function Change({ now, before }: { now: number; before: number }) {
  const locale = useLocale();
  if (before === 0) return <span className="text-ink-muted text-sm">—</span>;
  const share = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  });
  return <span className="text-ink-muted text-sm tabular-nums">{share.format(now / before - 1)}</span>;
}
