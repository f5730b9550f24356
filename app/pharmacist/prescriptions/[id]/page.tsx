import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Age } from "@/components/patient/age";
import { findingLines } from "@/components/prescription/finding-lines";
import { FindingList } from "@/components/prescription/finding-list";
import { PrescriptionLines } from "@/components/prescription/prescription-lines";
import { PrescriptionPill } from "@/components/prescription/prescription-pill";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { reviewDesk } from "@/lib/queries/pharmacist/review-desk";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { Earlier } from "./changes";
import { Decision } from "./decision";
import { KnownOfPatient } from "./known-of-patient";

export const generateMetadata = pageTitle("pharmacist", "review.title");

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const now = new Date();
  const desk = await orNotFound(reviewDesk(actor, now, (await params).id));
  const [t, terms, locale] = await Promise.all([
    getTranslations("pharmacist.review"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { newest, patient, consultation } = desk;
  const { doctor } = consultation;
  const names = new Map(
    newest.items.map(({ medicineId, medicine }) => [medicineId, pick(locale, medicine.nameZh, medicine.nameEn)]),
  );
  const findings = await findingLines(newest.findings, names, newest.overrides);
  const reasonOf = (code: string | null) => {
    const reason = returnReasons.find((each) => each.code === code);
    return reason && pick(locale, reason.zh, reason.en);
  };
  return (
    <>
      <PageHeader
        back={{ href: "/pharmacist", label: t("title") }}
        title={t("titleOf", { number: desk.number })}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PrescriptionPill status={desk.status} />
            {desk.isUrgent && <Badge tone="danger">{t("urgent")}</Badge>}
            <span>
              {patient.name} · {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} />
            </span>
          </span>
        }
      />
      <SplitDesk side={<KnownOfPatient desk={desk} />}>
        <div className="grid gap-6">
          {!newest.isScreened && (
            <Alert tone="danger" title={t("notScreened")}>
              {t("notScreenedLead")}
            </Alert>
          )}
          <Section title={t("medicines")}>
            <Card>
              <PrescriptionLines items={newest.items} />
            </Card>
          </Section>
          <Earlier versions={[newest, ...desk.earlier]} />
          <Card>
            <DescriptionList
              rows={[
                [t("diagnosis"), `${newest.diagnosisText} (${newest.diagnosisCodes.join(", ")})`],
                [t("symptoms"), consultation.symptoms],
                [t("advice"), newest.advice],
                [t("supplyReason"), newest.supplyReason],
                [t("assessment"), newest.assessment],
                [t("weight"), newest.weightKg === null ? null : t("kilograms", { weight: newest.weightKg })],
                [t("states"), newest.states.map((state) => t(`state.${state}`)).join(" · ") || null],
                [t("guardian"), newest.guardianConfirmed ? t("confirmed") : null],
                [t("doctor"), `${pick(locale, doctor.nameZh, doctor.nameEn)} · ${doctor.certificateNo}`],
                [
                  t("signedAt"),
                  `${formatMoment(newest.signedAt, locale)} · ${t("version", { version: newest.number })}`,
                ],
                [t("validUntil"), desk.validUntil && formatMoment(desk.validUntil, locale)],
              ]}
            />
          </Card>
          <Section title={t("checks")}>
            {findings.length > 0 ? (
              <FindingList label={t("checks")} lines={findings} />
            ) : (
              <p className="text-ink-muted">{t("checksClean")}</p>
            )}
          </Section>
          {desk.reviews.length > 0 && (
            <Section title={t("earlier")}>
              <ul className="grid gap-2">
                {desk.reviews.map((review) => (
                  <li key={review.id} className="text-sm">
                    {formatMoment(review.at, locale)} · {t(`decisions.${review.decision}`)}
                    {reasonOf(review.reasonCode) && ` · ${reasonOf(review.reasonCode)}`}
                    {review.note && ` · ${review.note}`}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {desk.status === "in_review" && <Decision desk={desk} />}
        </div>
      </SplitDesk>
      <LiveRefresh config={liveConfig()} channels={[channels.reviewDesk]} />
    </>
  );
}
