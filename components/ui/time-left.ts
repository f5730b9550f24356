const MINUTE = 60_000;

/** Time left in words, its largest two units, minutes rounded up: 1 day 3 hours, 12 minutes. `null` when it is over. */
export function timeLeft(ms: number, locale: string): string | null {
  if (ms <= 0) return null;
  const total = Math.ceil(ms / MINUTE);
  const [days, hours, minutes] = [Math.floor(total / 1440), Math.floor((total % 1440) / 60), total % 60];
  const unit = (value: number, name: "day" | "hour" | "minute") =>
    value > 0 ? [new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value)] : [];
  const words =
    days > 0 ? [...unit(days, "day"), ...unit(hours, "hour")] : [...unit(hours, "hour"), ...unit(minutes, "minute")];
  return words.join(locale.startsWith("zh") ? "" : " ");
}
