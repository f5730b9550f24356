import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import { licenceStanding } from "@/lib/domain/licence";
import { pick } from "@/lib/i18n/locale";
import type { DoctorQueue } from "@/lib/queries/doctor/queue";
import { confirmIdentity } from "./actions";

/** What must be settled before patients are taken: the licence (R6), and today's confirmation of who sits here (R5). */
export async function Standing({
  doctor,
  licensedUntil,
  now,
}: {
  doctor: DoctorQueue["doctor"];
  licensedUntil: Date | null;
  now: Date;
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations("doctor.standing"),
    getTranslations("common"),
    getLocale(),
  ]);
  const licence = licenceStanding(licensedUntil, now);
  const until = licensedUntil ? formatDay(licensedUntil, locale) : "";
  if (licence === "expired") return <Alert tone="danger">{t("licenceExpired", { until })}</Alert>;
  return (
    <>
      {licence === "ending" && <Alert tone="warning">{t("licenceEnding", { until })}</Alert>}
      {!doctor.isConfirmed && (
        <Card className="flex flex-wrap items-center justify-between gap-4 border-primary">
          <div>
            <h2 className="font-semibold text-lg">{t("confirmTitle")}</h2>
            <p className="text-ink-muted">
              {t("confirmLead", {
                name: pick(locale, doctor.nameZh, doctor.nameEn),
                certificate: doctor.certificateNo,
              })}
            </p>
          </div>
          <CommandForm action={confirmIdentity} unreachable={common("unreachable")} label={t("confirm")}>
            <input type="hidden" name="isMe" value="yes" />
            <CommandButton variant="next">{t("confirm")}</CommandButton>
          </CommandForm>
        </Card>
      )}
    </>
  );
}
