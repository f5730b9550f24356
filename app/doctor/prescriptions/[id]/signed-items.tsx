import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { sigText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";
import type { DoctorsPrescription } from "@/lib/queries/doctor/prescription";

/** The medicines of a signed version, each read out as it is taken. */
export async function SignedItems({ items }: { items: DoctorsPrescription["newest"]["items"] }) {
  const [t, locale] = await Promise.all([getTranslations("doctor.prescription"), getLocale()]);
  return (
    <ol className="grid gap-2">
      {items.map(({ id, medicine, packs, note, ...sig }) => (
        <li key={id}>
          <Card className="grid gap-1">
            <p className="font-semibold">
              {pick(locale, medicine.nameZh, medicine.nameEn)} {pick(locale, medicine.strengthZh, medicine.strengthEn)}
            </p>
            <p>{sigText(sig, locale)}</p>
            <p className="text-ink-muted text-sm">{[t("packs", { packs }), note].filter(Boolean).join(" · ")}</p>
          </Card>
        </li>
      ))}
    </ol>
  );
}
