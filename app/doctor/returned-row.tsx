import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Countdown } from "@/components/ui/countdown";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { pick } from "@/lib/i18n/locale";
import type { ReturnedPrescription } from "@/lib/queries/doctor/queue";
import { URGENT_MINUTES } from "./open-row";

/** A prescription that the pharmacist sent back, why, and until when it can be put right. */
export async function ReturnedRow({ row, now }: { row: ReturnedPrescription; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("doctor"), getLocale()]);
  const reason = returnReasons.find(({ code }) => code === row.reasonCode);
  return (
    <Card className="relative grid gap-1 hover:border-line-strong">
      <h3 className="font-semibold">
        <AppLink href={`/doctor/prescriptions/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
          {row.patientName}
        </AppLink>
      </h3>
      {reason && <p className="text-warning-ink">{pick(locale, reason.zh, reason.en)}</p>}
      <p className="flex flex-wrap justify-between gap-x-4 text-ink-muted text-sm">
        <span>{row.number}</span>
        {row.validUntil && (
          <span>
            {t("due.validUntil")}{" "}
            <Countdown
              due={row.validUntil.toISOString()}
              from={now.toISOString()}
              locale={locale}
              over={t("due.over")}
              urgentMinutes={URGENT_MINUTES}
            />
          </span>
        )}
      </p>
    </Card>
  );
}
