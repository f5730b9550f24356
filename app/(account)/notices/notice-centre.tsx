import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { NoticeList } from "@/components/notice/notice-list";
import { WatchSwitch } from "@/components/notice/watch-switch";
import type { Person } from "@/lib/domain/actor";
import { channels } from "@/lib/domain/realtime";
import { isWatching, myNotices } from "@/lib/queries/account/notices";
import { liveConfig } from "@/lib/web/live-config";
import { applicationKey } from "@/lib/web/push-key";
import { readNotices, unwatchNotices, watchNotices } from "./actions";

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
  const [{ rows, next }, isKnown, t] = await Promise.all([
    myNotices(actor, cursor),
    isWatching(actor),
    getTranslations("notices.watch"),
  ]);
  return (
    <>
      <NoticeList rows={rows} next={next} isFirstPage={cursor === undefined} here={here} now={now} read={readNotices}>
        <WatchSwitch
          {...{ isKnown, applicationKey: applicationKey(), watch: watchNotices, unwatch: unwatchNotices }}
          texts={{
            ...{ on: t("on"), off: t("off"), turnOn: t("turnOn"), turnOff: t("turnOff") },
            ...{ denied: t("denied"), failed: t("failed") },
          }}
        />
      </NoticeList>
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} events={["notice"]} />
    </>
  );
}
