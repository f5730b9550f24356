import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoment } from "@/components/ui/moment";
import type { Report } from "@/lib/domain/record-panel";

/** What laboratories and imaging departments concluded, with the values that they name; what lies outside its range is marked in words. */
export async function ReportList({
  reports,
  actions,
}: {
  reports: readonly Report[];
  /** What can be done with one of them. */
  actions?: ((fhirId: string) => ReactNode) | undefined;
}) {
  const [t, locale] = await Promise.all([getTranslations("doctor.record"), getLocale()]);
  return (
    <ul className="grid gap-3">
      {reports.map(({ fhirId, display, at, conclusion, values }) => (
        <li key={fhirId} className="grid gap-1">
          <p className="flex justify-between gap-3">
            <span className="font-medium">{display}</span>
            <span className="text-ink-muted text-sm">{at && formatMoment(at, locale, "date")}</span>
          </p>
          {actions?.(fhirId)}
          {conclusion && <p className="whitespace-pre-wrap">{conclusion}</p>}
          {values.length > 0 && (
            <ul className="text-ink-muted text-sm">
              {values.map(({ fhirId, display, value, unit, flag }) => (
                <li key={fhirId}>
                  {display} {value} {unit} {flag && <strong className="text-danger-ink">{t(`flag.${flag}`)}</strong>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
