import { getLocale, getTranslations } from "next-intl/server";
import { testOrderTone } from "@/components/test-order/test-order-tone";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { QrCode } from "@/components/ui/qr-code";
import { requireActor } from "@/lib/auth/actor";
import { hospital } from "@/lib/domain/vocabulary/hospital";
import { followUpTest } from "@/lib/domain/vocabulary/tests";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { myTest } from "@/lib/queries/patient/tests";
import { orNotFound } from "@/lib/web/or-not-found";

export const generateMetadata = pageTitle("tests", "slip.title");

/** The slip: what the desk of the hospital scans, what to bring and to mind, and where the result is. */
export default async function TestSlipPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const test = await orNotFound(myTest(actor, (await params).id));
  const [t, locale] = await Promise.all([getTranslations("tests"), getLocale()]);
  const { zh, en } = followUpTest(test.code);
  const { doctor, department } = test.consultation;
  return (
    <>
      <PageHeader
        title={pick(locale, zh, en)}
        lead={t("slip.lead")}
        back={{ href: "/patient/tests", label: t("title") }}
      />
      <div className="grid gap-5">
        <Alert tone={testOrderTone(test.status)} title={t(`status.${test.status}`)}>
          {t(`slip.${test.status}`)}
          {test.closedAt && ` ${formatMoment(test.closedAt, locale)}`}
        </Alert>
        {test.status === "ordered" && (
          <figure className="mx-auto grid w-full max-w-xs justify-items-center gap-3 rounded-xl bg-surface-raised p-5 shadow-raised">
            <QrCode text={test.number} label={t("slip.code", { number: test.number })} className="w-full rounded-md" />
            <figcaption className="text-lg tabular-nums">{test.number}</figcaption>
          </figure>
        )}
        <Card>
          <DescriptionList
            rows={[
              [t("slip.patient"), test.patient.name],
              [t("slip.by"), formatDay(test.dueOn, locale)],
              [t("slip.instructions"), test.instructions || null],
              [t("slip.doctor"), pick(locale, doctor.nameZh, doctor.nameEn)],
              [t("slip.department"), pick(locale, department.nameZh, department.nameEn)],
              [t("slip.where"), pick(locale, hospital.addressZh, hospital.addressEn)],
              [t("slip.hours"), pick(locale, hospital.outpatientZh, hospital.outpatientEn)],
            ]}
          />
        </Card>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <AppLink href={`/patient/consultations/${test.consultationId}`}>{t("slip.consultation")}</AppLink>
          {test.status === "resulted" && (
            <AppLink href={`/patient/people/${test.patient.id}/card`}>{t("slip.record")}</AppLink>
          )}
        </p>
      </div>
    </>
  );
}
