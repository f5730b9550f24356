import { getLocale, getTranslations } from "next-intl/server";
import { PlainWords } from "@/components/prescription/plain-words";
import { PrescriptionLines } from "@/components/prescription/prescription-lines";
import { PrescriptionPill } from "@/components/prescription/prescription-pill";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { myPrescription } from "@/lib/queries/patient/prescription";
import { orNotFound } from "@/lib/web/or-not-found";
import { Review } from "./review";
import { Standing } from "./standing";
import { VoidOwn } from "./void-own";

export const generateMetadata = pageTitle("orders", "prescription.metaTitle");

export default async function PrescriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const now = new Date();
  const prescription = await orNotFound(myPrescription(actor, now, (await params).id));
  const [t, texts, locale] = await Promise.all([
    getTranslations("orders.prescription"),
    getTranslations("orders"),
    getLocale(),
  ]);
  const { version, doctor, department, validUntil } = prescription;
  return (
    <>
      <PageHeader
        title={t("title", { number: prescription.number })}
        actions={<PrescriptionPill status={prescription.status} />}
      />
      <div className="grid gap-6">
        <Standing prescription={prescription} now={now} />
        <Card>
          <DescriptionList
            rows={[
              [t("of"), prescription.patient.name],
              [t("diagnosis"), version.diagnosisText],
              [t("doctor"), pick(locale, doctor.nameZh, doctor.nameEn)],
              [t("department"), pick(locale, department.nameZh, department.nameEn)],
              [t("signedAt"), formatMoment(version.signedAt, locale, "long")],
              [
                t("validity"),
                validUntil
                  ? t("validUntil", { at: formatMoment(validUntil, locale, "long") })
                  : t("validDays", { count: version.validDays }),
              ],
            ]}
          />
        </Card>
        <Section title={t("items")}>
          <Card>
            <PrescriptionLines items={version.items} />
          </Card>
        </Section>
        <Section title={t("plain")}>
          <ul className="grid gap-3 text-lg">
            {version.items.map(({ position, medicine }) => (
              <li key={position}>
                <Card className="grid gap-1">
                  <h3 className="font-semibold">{pick(locale, medicine.nameZh, medicine.nameEn)}</h3>
                  <PlainWords medicine={medicine} />
                </Card>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t("advice")}>
          <Card>
            <p className="whitespace-pre-wrap">{version.advice}</p>
          </Card>
        </Section>
        <Section title={t("review")}>
          <Card>
            <Review review={prescription.review} />
          </Card>
        </Section>
        <Alert tone="warning">{texts("urgent")}</Alert>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <AppLink href={`/patient/consultations/${prescription.consultationId}`}>{t("consultation")}</AppLink>
          <span className="flex flex-wrap gap-3">
            <a className={buttonClass("secondary")} href={`/api/prescriptions/${prescription.id}/form`} download>
              {t("form")}
            </a>
            <a className={buttonClass("quiet")} href={`/api/prescriptions/${prescription.id}/form?lang=en`} download>
              {t("formEn")}
            </a>
          </span>
          <VoidOwn prescription={prescription} />
        </div>
      </div>
    </>
  );
}
