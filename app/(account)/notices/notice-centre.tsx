import { LiveRefresh } from "@/components/live/live-refresh";
import { NoticeList } from "@/components/notice/notice-list";
import type { Person } from "@/lib/domain/actor";
import { channels } from "@/lib/domain/realtime";
import { myNotices } from "@/lib/queries/account/notices";
import { liveConfig } from "@/lib/web/live-config";
import { readNotices } from "./actions";

export interface NoticesPageProps {
  readonly searchParams: Promise<{ before?: string | string[] }>;
}

/** The notice centre of every portal; `here` is where it stands in the reader's. */
export async function NoticeCentre({
  actor,
  here,
  searchParams,
}: NoticesPageProps & { readonly actor: Person; readonly here: string }) {
  const now = new Date();
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const { rows, next } = await myNotices(actor, cursor);
  return (
    <>
      <NoticeList rows={rows} next={next} isFirstPage={cursor === undefined} here={here} now={now} read={readNotices} />
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} events={["notice"]} />
    </>
  );
}
