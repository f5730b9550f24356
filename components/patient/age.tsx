import { getTranslations } from "next-intl/server";
import { ageInDays, ageInMonths } from "@/lib/domain/calendar";

const MONTHS_UNTIL_YEARS = 36;

/** An age as a clinic says it: days in the first month, months until three, years from then on. */
export async function Age({ birthDate, now }: { birthDate: Date; now: Date }) {
  const t = await getTranslations("patient.age");
  const months = ageInMonths(birthDate, now);
  if (months < 1) return t("days", { count: Math.max(ageInDays(birthDate, now), 0) });
  return months < MONTHS_UNTIL_YEARS ? t("months", { count: months }) : t("years", { count: Math.floor(months / 12) });
}
