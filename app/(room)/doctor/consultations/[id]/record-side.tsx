import { getLocale, getTranslations } from "next-intl/server";
import { VerbForm } from "@/app/doctor/verb-form";
import { IntakeList } from "@/components/room/intake-list";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import { visitTitle } from "@/lib/domain/visit";
import { pick } from "@/lib/i18n/locale";
import type { ConsultationDesk } from "@/lib/queries/doctor/consultation-desk";
import type { Room } from "@/lib/queries/room/room";
import { refreshRecord } from "./actions";
import { LabList } from "./lab-list";

/** The hospital's record beside the conversation: allergies on top, then what runs, what is known, what was measured. */
export async function RecordSide({
  desk,
  patientId,
  intake,
  visit,
}: {
  desk: ConsultationDesk;
  patientId: string;
  intake: Room["intake"];
  visit: Room["visit"];
}) {
  const [t, terms, common, words, locale] = await Promise.all([
    getTranslations("doctor.record"),
    getTranslations("terms"),
    getTranslations("common"),
    getTranslations("room.intake"),
    getLocale(),
  ]);
  const { record, earlier } = desk;
  const day = (at: Date) => formatMoment(at, locale, "date");
  return (
    <div className="grid gap-5">
      {visit && (
        <Section title={t("followsUp")}>
          <p>
            {visit.diagnosis}
            <span className="block text-ink-muted text-sm">{day(visit.at)}</span>
          </p>
          {visit.isUnlisted && <Alert tone="warning">{t("unlisted")}</Alert>}
        </Section>
      )}
      {intake && (
        <Section title={words("title")}>
          <IntakeList intake={intake} />
        </Section>
      )}
      {record ? (
        <>
          <Section
            title={t("title")}
            actions={
              record.isLinked && (
                <VerbForm
                  action={refreshRecord}
                  about={{ patientId }}
                  submit={t("refresh")}
                  unreachable={common("unreachable")}
                  variant="quiet"
                  size="sm"
                />
              )
            }
          >
            <p className="text-ink-muted text-sm">
              {record.fetchedAt ? t("asOf", { at: formatMoment(record.fetchedAt, locale) }) : t("notLinked")}
            </p>
          </Section>
          <Part title={t("running")} empty={t("none")}>
            {record.running.map(({ fhirId, display, dosage }) => (
              <li key={fhirId}>
                {display}
                {dosage && <span className="block text-ink-muted text-sm">{dosage}</span>}
              </li>
            ))}
          </Part>
          <Part title={t("problems")} empty={t("none")}>
            {record.problems.map(({ fhirId, display, code, since }) => (
              <li key={fhirId}>
                {display}{" "}
                <span className="text-ink-muted text-sm">
                  {[code, since && day(since)].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </Part>
          <Part title={t("visits")} empty={t("none")}>
            {record.visits.map((visit) => (
              <li key={visit.fhirId}>
                {visitTitle(visit)}
                <span className="block text-ink-muted text-sm">
                  {[day(visit.at), visit.department].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </Part>
          {record.labs.length > 0 && (
            <Disclosure summary={t("labs", { count: record.labs.length })} open>
              <LabList labs={record.labs} />
            </Disclosure>
          )}
        </>
      ) : (
        <p className="text-ink-muted text-sm">{t("closed")}</p>
      )}
      <Part title={t("earlier")} empty={t("none")}>
        {earlier.map((prescription) => (
          <li key={prescription.id}>
            {prescription.medicines.map(({ nameZh, nameEn }) => pick(locale, nameZh, nameEn)).join(", ")}
            <span className="block text-ink-muted text-sm">
              {day(prescription.createdAt)} · {terms(`prescriptionStatus.${prescription.status}`)}
              {prescription.isOwn && (
                <>
                  {" · "}
                  <AppLink href={`/doctor/prescriptions/${prescription.id}`}>{prescription.number}</AppLink>
                </>
              )}
            </span>
          </li>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, empty, children }: { title: string; empty: string; children: readonly React.ReactNode[] }) {
  return (
    <Section title={title} level={3}>
      {children.length > 0 ? (
        <Card className="px-3 py-2">
          <ul className="grid gap-2">{children}</ul>
        </Card>
      ) : (
        <p className="text-ink-muted text-sm">{empty}</p>
      )}
    </Section>
  );
}
