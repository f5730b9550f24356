import { getLocale, getTranslations } from "next-intl/server";
import { DeletionOutcomeView } from "@/components/privacy/deletion-outcome";
import { DeletionPill } from "@/components/privacy/deletion-pill";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { deletionRequest } from "@/lib/queries/admin/deletions";
import { orNotFound } from "@/lib/web/or-not-found";
import { Decision } from "./decision";

export const generateMetadata = pageTitle("privacy", "desk.title");

export default async function DeletionRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("admin");
  const now = new Date();
  const [request, t, mine, terms, locale] = await Promise.all([
    orNotFound(deletionRequest(actor, now, (await params).id)),
    getTranslations("privacy.desk"),
    getTranslations("privacy.deletion"),
    getTranslations("terms.idDocument"),
    getLocale(),
  ]);
  const isOpen = request.status === "open";
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: "/admin/deletions", label: t("title") }}
        title={t("request", { name: request.name })}
        lead={<DeletionPill status={request.status} />}
      />
      <Card>
        <DescriptionList
          rows={[
            [t("document"), `${terms(request.idDocument)} ${request.idNumberMasked}`],
            [t("sent"), <DateTime key="sent" at={request.createdAt} locale={locale} format="long" />],
            [t("due"), <DateTime key="due" at={request.dueAt} locale={locale} format="long" />],
            [t("why"), request.why],
            [mine("reason"), request.reason],
          ]}
        />
      </Card>
      {request.closesAccount && <Alert tone="info">{t("closesAccount")}</Alert>}
      {request.isUnderWay && (
        <Alert tone="warning" title={t("underWay")}>
          {mine("underWayLead")}
        </Alert>
      )}
      {request.outcome && (
        <Card>
          <DeletionOutcomeView outcome={request.outcome} now={now} isDone={!isOpen} />
        </Card>
      )}
      {isOpen && <Decision requestId={request.id} isUnderWay={request.isUnderWay} />}
    </div>
  );
}
