import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeletionOutcomeView } from "@/components/privacy/deletion-outcome";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { DECISION_DAYS } from "@/lib/domain/deletion-input";
import { deletionDesk } from "@/lib/queries/patient/privacy";
import { orNotFound } from "@/lib/web/or-not-found";
import { RequestForm } from "./request-form";
import { WithdrawForm } from "./withdraw-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("person.deletion") };
}

export default async function DeletionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const [{ person, open, outcome, ...desk }, privacy, common, locale] = await Promise.all([
    orNotFound(deletionDesk(actor, (await params).id)),
    getTranslations("privacy"),
    getTranslations("common"),
    getLocale(),
  ]);
  const t = await getTranslations("privacy.deletion");
  const unreachable = common("unreachable");
  return (
    <>
      <PageHeader
        back={{ href: "/patient/me/privacy", label: privacy("back") }}
        title={t("title", { name: person.name })}
        lead={t("lead")}
      />
      <div className="grid gap-5">
        {open && (
          <Alert
            tone="info"
            title={t("open")}
            action={<WithdrawForm requestId={open.id} submit={t("withdraw")} unreachable={unreachable} />}
          >
            {t("openLead", {
              at: formatMoment(open.createdAt, locale, "date"),
              due: formatMoment(open.dueAt, locale, "date"),
            })}
          </Alert>
        )}
        {!open && desk.isUnderWay && (
          <Alert tone="warning" title={t("underWay")}>
            {t("underWayLead")}
          </Alert>
        )}
        <Card>
          <DeletionOutcomeView outcome={outcome} now={new Date()} />
        </Card>
        {!open && !desk.isUnderWay && (
          <>
            <p className="text-ink-muted">{t("due", { days: DECISION_DAYS })}</p>
            <RequestForm
              patientId={person.id}
              mayClose={desk.isOnlyPerson}
              texts={{
                ...{ why: t("why"), whyHint: t("whyHint"), send: t("send"), unreachable },
                ...{ closesAccount: t("closesAccount"), closesAccountHint: t("closesAccountHint") },
              }}
            />
          </>
        )}
      </div>
    </>
  );
}
