import clsx from "clsx";
import { getLocale, getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/ui/moment";
import type { LabValue } from "@/lib/domain/record-panel";
import { LabTrend } from "./lab-trend";

const arrow = { low: "↓", high: "↑", abnormal: "!" } as const;

/** The newest result of each test with its reference range; what lies outside is marked by more than colour. */
export async function LabList({ labs }: { labs: readonly LabValue[] }) {
  const [t, locale] = await Promise.all([getTranslations("doctor.record"), getLocale()]);
  return (
    <ul className="grid gap-2">
      {labs.map(({ trend, ...lab }) => {
        const { fhirId, display, value, unit, low, high, flag, at } = lab;
        return (
          <li key={fhirId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <span>{display}</span>
            <span className={clsx("text-right tabular-nums", flag && "font-semibold text-danger-ink")}>
              {value} {unit}
              {flag && (
                <>
                  {" "}
                  <span aria-hidden="true">{arrow[flag]}</span>
                  <span className="sr-only">{t(`flag.${flag}`)}</span>
                </>
              )}
            </span>
            <span className="col-span-2 flex justify-between gap-3 text-ink-muted text-sm">
              <span>{at && formatMoment(at, locale, "date")}</span>
              <span>{rangeText(low, high)}</span>
            </span>
            {trend.length > 1 && (
              <span className="col-span-2 flex items-center gap-2 text-ink-muted text-sm">
                <LabTrend
                  lab={{ ...lab, trend }}
                  label={t("trend", { count: trend.length, first: String(trend[0]?.value), last: value })}
                />
                {t("trendShort", { count: trend.length })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function rangeText(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return `${low} – ${high}`;
  if (low !== null) return `≥ ${low}`;
  return high !== null ? `≤ ${high}` : "";
}
