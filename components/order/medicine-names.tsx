import { getLocale, getTranslations } from "next-intl/server";
import { pick } from "@/lib/i18n/locale";

/** The first medicine, and how many there are in all. */
export async function MedicineNames({ of }: { of: readonly { nameZh: string; nameEn: string }[] }) {
  const [t, locale] = await Promise.all([getTranslations("orders"), getLocale()]);
  const [first] = of;
  if (!first) return null;
  return t("medicines", { first: pick(locale, first.nameZh, first.nameEn), count: of.length });
}
