import { getLocale, getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/ui/moment";
import { visitTitle } from "@/lib/domain/visit";
import type { BookingDesk } from "@/lib/queries/patient/book";

type Barred = NonNullable<BookingDesk["applicant"]>["barred"];

/** The visits on record that a follow-up cannot start from, each with the reason. */
export async function BarredVisits({ visits, days }: { visits: Barred; days: number }) {
  const [t, locale] = await Promise.all([getTranslations("booking.visit"), getLocale()]);
  if (visits.length === 0) return null;
  return (
    <details className="rounded-lg border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">{t("barred", { count: visits.length })}</summary>
      <ul className="mt-2 grid gap-3">
        {visits.map(({ visit, obstacle }) => (
          <li key={visit.fhirId} className="grid">
            <span className="font-medium">{visitTitle(visit)}</span>
            <span className="text-ink-muted text-sm">
              {formatMoment(visit.at, locale, "date")} · {visit.department ?? t("offline")}
            </span>
            <span className="text-sm">{t(`obstacle.${obstacle}`, { days })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
