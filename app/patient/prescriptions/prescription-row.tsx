import { getLocale, getTranslations } from "next-intl/server";
import { MedicineNames } from "@/components/order/medicine-names";
import { PrescriptionPill } from "@/components/prescription/prescription-pill";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { pick } from "@/lib/i18n/locale";
import type { MyPrescription } from "@/lib/queries/patient/prescriptions";

/** One prescription in the patient's list. */
export async function PrescriptionRow({ row }: { row: MyPrescription }) {
  const [t, locale] = await Promise.all([getTranslations("orders.prescriptions"), getLocale()]);
  const doctor = pick(locale, row.doctor.nameZh, row.doctor.nameEn);
  return (
    <Card className="relative grid gap-1 hover:border-line-strong">
      <h2 className="font-semibold">
        <AppLink href={`/patient/prescriptions/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
          <MedicineNames of={row.medicines} />
        </AppLink>
      </h2>
      <p className="text-sm">{t("by", { patient: row.patientName, doctor })}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-ink-muted text-xs">
        <span>{row.number}</span>
        <DateTime at={row.createdAt} locale={locale} />
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <PrescriptionPill status={row.status} />
        {row.status === "approved" && (
          <Badge tone={row.isOrdered ? "neutral" : "next"}>{row.isOrdered ? t("ordered") : t("toOrder")}</Badge>
        )}
      </p>
    </Card>
  );
}
