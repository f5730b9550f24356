import { LiveRefresh } from "@/components/live/live-refresh";
import { NoticeList } from "@/components/notice/notice-list";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { myNotices } from "@/lib/queries/patient/notices";
import { liveConfig } from "@/lib/web/live-config";
import { readNotices } from "./actions";

export const generateMetadata = pageTitle("notices", "centre.title");

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const actor = await requireActor("patient");
  const now = new Date();
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const { rows, next } = await myNotices(actor, cursor);
  return (
    <>
      <NoticeList
        rows={rows}
        next={next}
        isFirstPage={cursor === undefined}
        here="/patient/notices"
        now={now}
        read={readNotices}
      />
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} events={["notice"]} />
    </>
  );
}
