import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { RequestList } from "@/components/request/request-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { requestDesk } from "@/lib/queries/pharmacist/requests";
import { liveConfig } from "@/lib/web/live-config";

export const generateMetadata = pageTitle("pharmacist", "requests.title");

export default async function RequestsPage() {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const [rows, t] = await Promise.all([requestDesk(actor), getTranslations("pharmacist.requests")]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RequestList rows={rows} base="/pharmacist/requests" now={new Date()} />
      <LiveRefresh config={liveConfig()} channels={[channels.requestDesk]} />
    </>
  );
}
