import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { emergencies } from "@/lib/queries/admin/emergencies";
import { ReviewForm } from "./review-form";

export const generateMetadata = pageTitle("emergency", "desk.title");

interface Props {
  readonly searchParams: Promise<{ state?: string | string[] }>;
}

/** Every record that was opened without a consultation is looked at by somebody who did not open it (`proof` 16). */
export default async function EmergenciesPage({ searchParams }: Props) {
  await requireActor("admin");
  const isReviewed = (await searchParams).state === "reviewed";
  const [rows, t, common, locale] = await Promise.all([
    emergencies(isReviewed),
    getTranslations("emergency"),
    getTranslations("common"),
    getLocale(),
  ]);
  const here = "/admin/emergencies";
  return (
    <div className="grid max-w-4xl gap-5">
      <PageHeader title={t("desk.title")} lead={t("desk.lead")} />
      <Tabs
        label={t("desk.state")}
        current={isReviewed ? `${here}?state=reviewed` : here}
        tabs={[
          { href: here, label: t("desk.openTab") },
          { href: `${here}?state=reviewed`, label: t("desk.reviewedTab") },
        ]}
      />
      {rows.length === 0 && <EmptyState title={t("desk.none")} />}
      <ul className="grid gap-3">
        {rows.map(({ id, reason, openedAt, verdict, reviewNote, patient, doctor, reviewedBy }) => (
          <li key={id}>
            <Card className="grid gap-2">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">
                  {t("desk.who", { doctor: pick(locale, doctor.nameZh, doctor.nameEn), patient: patient.name })}
                </span>
                {verdict && (
                  <Badge tone={verdict === "justified" ? "success" : "danger"}>{t(`verdict.${verdict}`)}</Badge>
                )}
              </p>
              <p className="text-ink-muted text-sm">
                {pick(locale, doctor.department.nameZh, doctor.department.nameEn)} · {formatMoment(openedAt, locale)}
              </p>
              <p className="whitespace-pre-wrap">{reason}</p>
              {reviewNote && (
                <p className="whitespace-pre-wrap border-line-strong border-l-3 pl-3">
                  {t("reviewNote", { note: reviewNote })}
                  <span className="block text-ink-muted text-sm">{reviewedBy?.displayName}</span>
                </p>
              )}
              {!isReviewed && (
                <div>
                  <Dialog
                    trigger={t("desk.review")}
                    title={t("desk.who", { doctor: pick(locale, doctor.nameZh, doctor.nameEn), patient: patient.name })}
                    closeLabel={common("actions.close")}
                    variant="secondary"
                  >
                    <ReviewForm
                      accessId={id}
                      texts={{
                        ...{ verdict: t("desk.verdict"), justified: t("verdict.justified") },
                        ...{
                          unjustified: t("verdict.unjustified"),
                          note: t("desk.note"),
                          noteHint: t("desk.noteHint"),
                        },
                        ...{ submit: t("desk.submit"), unreachable: common("unreachable") },
                      }}
                    />
                  </Dialog>
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
