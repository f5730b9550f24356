import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { amountText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";
import type { TakenMedicines } from "@/lib/queries/patient/medicines";

/** The doses of today, hour by hour, in large type. */
export async function Today({ person, locale }: { person: TakenMedicines; locale: string }) {
  const t = await getTranslations("medicines");
  const hours = [...new Set(person.doses.map(({ hour }) => hour))];
  if (hours.length === 0) return <p className="text-ink-muted">{t("nothingToday")}</p>;
  return (
    <Card className="grid gap-3">
      <h3 className="font-semibold">{t("today")}</h3>
      <ol className="grid gap-3">
        {hours.map((hour) => (
          <li key={hour} className="grid grid-cols-[4.5rem_1fr] gap-3">
            <strong className="text-xl tabular-nums">{`${String(hour).padStart(2, "0")}:00`}</strong>
            <ul className="grid gap-1 text-lg">
              {person.doses
                .filter((dose) => dose.hour === hour)
                .map(({ course }) => (
                  <li key={course.itemId}>
                    {pick(locale, course.medicine.nameZh, course.medicine.nameEn)}{" "}
                    <strong>{amountText(course.dose, course.doseUnit, locale)}</strong>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}
