import { getTranslations } from "next-intl/server";
import { PlainWords } from "@/components/prescription/plain-words";
import { AppLink } from "@/components/ui/button-link";
import { formatDay } from "@/components/ui/moment";
import { dateColumn } from "@/lib/domain/calendar";
import { sigText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";
import type { TakenMedicines } from "@/lib/queries/patient/medicines";

/** One medicine as the patient takes it: how, until when, what for, and what to avoid. */
export async function Course({ course, locale }: { course: TakenMedicines["running"][number]; locale: string }) {
  const t = await getTranslations("medicines");
  const { medicine, note, endsOn, prescriptionId, number } = course;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold text-lg">
        {pick(locale, medicine.nameZh, medicine.nameEn)}{" "}
        <span className="font-normal text-ink-muted">{pick(locale, medicine.strengthZh, medicine.strengthEn)}</span>
      </h3>
      <p className="text-lg">{sigText(course, locale)}</p>
      {note && <p>{note}</p>}
      <PlainWords medicine={medicine} />
      <p className="text-ink-muted text-sm">
        {t("until", { day: formatDay(dateColumn(endsOn), locale) })} ·{" "}
        <AppLink href={`/patient/prescriptions/${prescriptionId}`}>{number}</AppLink>
      </p>
    </div>
  );
}
