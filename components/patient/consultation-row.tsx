import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { Tone } from "@/components/ui/tone";
import { pick } from "@/lib/i18n/locale";
import type { MyConsultation } from "@/lib/queries/patient/consultations";

const tones: Partial<Record<MyConsultation["status"], Tone>> = {
  awaiting_payment: "next",
  waiting: "info",
  in_progress: "primary",
  finished: "success",
  referred_offline: "warning",
};

/** One consultation in the patient's list. */
export async function ConsultationRow({ row }: { row: MyConsultation }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.home"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const doctor = pick(locale, row.doctor.nameZh, row.doctor.nameEn);
  return (
    <Card className="relative grid gap-1 hover:border-line-strong">
      <div className="flex items-start justify-between gap-2">
        <h2 className="font-semibold">
          <AppLink href={`/patient/consultations/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {terms(`service.${row.service}`)}
          </AppLink>
        </h2>
        <Badge tone={tones[row.status]}>{terms(`consultationStatus.${row.status}`)}</Badge>
      </div>
      <p className="text-sm">
        {t("withDoctor", { patient: row.patient.name, doctor })} ·{" "}
        {pick(locale, row.department.nameZh, row.department.nameEn)}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-ink-muted text-xs">
        <span>{row.number}</span>
        <DateTime at={row.createdAt} locale={locale} />
        {row.unread > 0 && row.status === "in_progress" && (
          <Badge tone="danger">{t("readMessages", { count: row.unread })}</Badge>
        )}
      </p>
    </Card>
  );
}
