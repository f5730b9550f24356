import { getLocale, getTranslations } from "next-intl/server";
import { Age } from "@/components/patient/age";
import { AllergyNote } from "@/components/record/allergy-note";
import { RecordLists } from "@/components/record/record-lists";
import { Alert } from "@/components/ui/alert";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { emergencyRecord } from "@/lib/queries/doctor/emergency";
import { orNotFound } from "@/lib/web/or-not-found";

export const generateMetadata = pageTitle("emergency", "title");

/** A record that was opened in an emergency: to be read, while its hour lasts. */
export default async function EmergencyRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const { patient, record, reason, expiresAt } = await orNotFound(emergencyRecord(actor, now, (await params).id));
  const [t, terms, records, locale] = await Promise.all([
    getTranslations("emergency"),
    getTranslations("terms"),
    getTranslations("doctor.record"),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: "/doctor/emergency", label: t("title") }}
        title={patient.name}
        lead={
          <>
            {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} />
          </>
        }
      />
      <div className="grid max-w-3xl gap-5">
        <Alert tone="warning" title={t("openUntil", { at: formatMoment(expiresAt, locale, "time") })}>
          <p className="whitespace-pre-wrap">{reason}</p>
        </Alert>
        <AllergyNote allergies={record.allergies} hasRecord={patient.recordFetchedAt !== null} />
        {patient.recordFetchedAt && (
          <p className="text-ink-muted text-sm">
            {records("asOf", { at: formatMoment(patient.recordFetchedAt, locale) })}
          </p>
        )}
        <RecordLists record={record} />
      </div>
    </>
  );
}
