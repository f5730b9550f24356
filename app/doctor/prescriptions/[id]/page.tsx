import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Age } from "@/components/patient/age";
import { findingLines } from "@/components/prescription/finding-lines";
import { FindingList } from "@/components/prescription/finding-list";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import type { Tone } from "@/components/ui/tone";
import { requireActor } from "@/lib/auth/actor";
import type { PrescriptionStatus } from "@/lib/domain/prescription";
import { channels } from "@/lib/domain/realtime";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { doctorsPrescription } from "@/lib/queries/doctor/prescription";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { PrescriptionActions } from "./prescription-actions";
import { ReviewNote } from "./review-note";
import { SignedItems } from "./signed-items";

export const generateMetadata = pageTitle("doctor", "prescription.title");

const toneOf: Partial<Record<PrescriptionStatus, Tone>> = {
  in_review: "info",
  returned: "warning",
  approved: "success",
  dispensed: "success",
  refused: "danger",
};

export default async function PrescriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const prescription = await orNotFound(doctorsPrescription(actor, now, (await params).id));
  const [t, terms, locale] = await Promise.all([
    getTranslations("doctor.prescription"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { newest, patient, status, reviews } = prescription;
  const names = new Map(
    newest.items.map(({ medicineId, medicine }) => [medicineId, pick(locale, medicine.nameZh, medicine.nameEn)]),
  );
  const lines = await findingLines(newest.findings, names, newest.overrides);
  const spoken = reviews[0];
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader
        back={{ href: `/doctor/consultations/${prescription.consultationId}`, label: t("back") }}
        title={t("titleOf", { number: prescription.number })}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={toneOf[status]}>{terms(`prescriptionStatus.${status}`)}</Badge>
            <span>
              {patient.name} · {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} />
            </span>
          </span>
        }
        actions={<PrescriptionActions prescription={prescription} />}
      />
      {spoken && spoken.decision !== "approved" && (
        <ReviewNote title={t(spoken.decision === "refused" ? "refusedBy" : "returnedBy")} review={spoken} />
      )}
      {prescription.isPaid && <Alert>{t("paid")}</Alert>}
      <Card>
        <DescriptionList
          rows={[
            [t("diagnosis"), `${newest.diagnosisText} (${newest.diagnosisCodes.join(", ")})`],
            [
              t("advice"),
              <span key="advice" className="whitespace-pre-wrap">
                {newest.advice}
              </span>,
            ],
            [t("supplyReason"), newest.supplyReason],
            [t("assessment"), newest.assessment],
            [t("weight"), newest.weightKg === null ? null : t("kilograms", { weight: newest.weightKg.toNumber() })],
            [t("signedAt"), `${formatMoment(newest.signedAt, locale)} · ${t("version", { version: newest.number })}`],
            [t("validUntil"), prescription.validUntil && formatMoment(prescription.validUntil, locale)],
            [t("closeReason"), prescription.closeReason],
          ]}
        />
      </Card>
      <Section title={t("medicines")}>
        <SignedItems items={newest.items} />
        <p>
          <a className={buttonClass("secondary")} href={`/api/prescriptions/${prescription.id}/form`} download>
            {t("pdf")}
          </a>
        </p>
      </Section>
      {lines.length > 0 && (
        <Section title={t("checks")}>
          {!newest.isScreened && <Alert tone="warning">{t("notScreened")}</Alert>}
          <FindingList label={t("checks")} lines={lines} />
        </Section>
      )}
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} />
    </div>
  );
}
