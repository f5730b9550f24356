import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import type { OpenRow } from "@/lib/queries/doctor/open-list";
import { doctorQueue } from "@/lib/queries/doctor/queue";
import { liveConfig } from "@/lib/web/live-config";
import { OpenRowCard } from "./open-row";
import { ReturnedRow } from "./returned-row";
import { Standing } from "./standing";

export const generateMetadata = pageTitle("doctor", "queue.title");

export default async function QueuePage() {
  const actor = await requireActor("doctor");
  const now = new Date();
  const [queue, t] = await Promise.all([doctorQueue(actor, now), getTranslations("doctor.queue")]);
  const { waiting, inProgress, closed, returned, doctor } = queue;
  const rows = (list: readonly OpenRow[]) =>
    list.map((row) => (
      <li key={row.id}>
        <OpenRowCard row={row} now={now} />
      </li>
    ));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { waiting: waiting.length, inProgress: inProgress.length })} />
      <SplitDesk
        side={
          <div className="grid gap-6">
            <List title={t("returned")} empty={t("noneReturned")}>
              {returned.map((row) => (
                <li key={row.id}>
                  <ReturnedRow row={row} now={now} />
                </li>
              ))}
            </List>
            <List title={t("closed")} empty={t("noneClosed")}>
              {rows(closed)}
            </List>
          </div>
        }
      >
        <div className="grid gap-6">
          <Standing doctor={doctor} licensedUntil={actor.licensedUntil} now={now} />
          <List title={t("waiting")} empty={t("noneWaiting")}>
            {rows(waiting)}
          </List>
          <List title={t("inProgress")} empty={t("noneInProgress")}>
            {rows(inProgress)}
          </List>
        </div>
      </SplitDesk>
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} />
    </>
  );
}

function List({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <Section title={title}>
      {children.length > 0 ? (
        <ul className="grid gap-3">{children}</ul>
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-6 text-center text-ink-muted">{empty}</p>
      )}
    </Section>
  );
}
