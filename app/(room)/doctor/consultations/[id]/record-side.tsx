import { getLocale, getTranslations } from "next-intl/server";
import { VerbForm } from "@/app/doctor/verb-form";
import { Part, RecordLists } from "@/components/record/record-lists";
import { IntakeList } from "@/components/room/intake-list";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { type RecordTab, recordTabs } from "@/lib/domain/record-panel";
import { pick } from "@/lib/i18n/locale";
import type { ConsultationDesk } from "@/lib/queries/doctor/consultation-desk";
import type { Room } from "@/lib/queries/room/room";
import { refreshRecord, shareReport } from "./actions";

/** The hospital's record beside the conversation: allergies on top, then what runs, what is known, what was measured. */
export async function RecordSide({
  desk,
  tab,
  tabs,
  openTalk,
  patientId,
  intake,
  visit,
}: {
  desk: ConsultationDesk;
  tab: RecordTab;
  /** Where each part of the record opens. */
  tabs: readonly Tab[];
  /** The consultation, while the doctor may write in it. */
  openTalk: string | undefined;
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
  const { record, earlier, consultations } = desk;
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
      ) : (
        <p className="text-ink-muted text-sm">{t("closed")}</p>
      )}
      <Tabs label={t("tabs")} tabs={tabs} current={tabs[recordTabs.indexOf(tab)]?.href ?? ""} />
      {record && (
        <RecordLists
          record={record}
          tab={tab}
          reportActions={
            openTalk === undefined
              ? undefined
              : (fhirId) => (
                  <VerbForm
                    action={shareReport}
                    about={{ consultationId: openTalk, fhirId }}
                    submit={t("share")}
                    unreachable={common("unreachable")}
                    variant="quiet"
                    size="sm"
                  />
                )
          }
        />
      )}
      {tab === "earlier" && (
        <>
          <Part title={t("consultations")} empty={t("none")}>
            {consultations.map(({ id, number, closedAt, closeAdvice, doctor, department }) => (
              <li key={id}>
                {pick(locale, doctor.nameZh, doctor.nameEn)} · {pick(locale, department.nameZh, department.nameEn)}
                {closeAdvice && <span className="block whitespace-pre-wrap">{closeAdvice}</span>}
                <span className="block text-ink-muted text-sm">
                  {[closedAt && day(closedAt), number].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </Part>
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
        </>
      )}
    </div>
  );
}
