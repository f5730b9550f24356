import { getLocale, getTranslations } from "next-intl/server";
import { pick } from "@/lib/i18n/locale";

interface Props {
  readonly medicine: {
    readonly purposeZh: string;
    readonly purposeEn: string;
    readonly avoidZh: string;
    readonly avoidEn: string;
    readonly storageZh: string;
    readonly storageEn: string;
  };
}

/** What a medicine is for, what to avoid and how to keep it, as one says it to a patient. */
export async function PlainWords({ medicine }: Props) {
  const [t, locale] = await Promise.all([getTranslations("medicines"), getLocale()]);
  const rows = [
    [t("purpose"), pick(locale, medicine.purposeZh, medicine.purposeEn)],
    [t("avoid"), pick(locale, medicine.avoidZh, medicine.avoidEn)],
    [t("storage"), pick(locale, medicine.storageZh, medicine.storageEn)],
  ].filter(([, text]) => text);
  return (
    <dl className="grid gap-1">
      {rows.map(([label, text]) => (
        <div key={label} className="sm:flex sm:gap-2">
          <dt className="shrink-0 font-medium">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
