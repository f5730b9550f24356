import { LiveRefresh } from "@/components/live/live-refresh";
import { StaffRequest } from "@/components/request/staff-request";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { requestThread } from "@/lib/queries/pharmacist/requests";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { answerRequest, closeRequest, giveRefund, sendAgain, takeRequest } from "./actions";

export const generateMetadata = pageTitle("pharmacist", "requests.title");

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const request = await orNotFound(requestThread(actor, new Date(), (await params).id));
  return (
    <>
      <StaffRequest
        request={request}
        base="/pharmacist/requests"
        accountId={actor.accountId}
        actions={{
          answer: answerRequest,
          close: closeRequest,
          take: takeRequest,
          ...(may(actor, "refund.give") && { give: giveRefund, sendAgain }),
        }}
      />
      <LiveRefresh config={liveConfig()} channels={[channels.requestDesk]} />
    </>
  );
}
