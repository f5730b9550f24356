import { getLocale, getTranslations } from "next-intl/server";
import { Age } from "@/components/patient/age";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Countdown } from "@/components/ui/countdown";
import { formatDistance } from "@/components/ui/moment";
import type { OpenRow } from "@/lib/queries/doctor/open-list";

/** Minutes before a deadline from which on it is plainer to see. */
export const URGENT_MINUTES = 60;

/** What the running deadline of an open consultation is about. */
export const dueKey = ({ status, hasFirstReply }: Pick<OpenRow, "status" | "hasFirstReply">) => {
  if (status === "waiting") return "waiting";
  return hasFirstReply ? "inProgress" : "firstWord";
};

/** One consultation of the queue: who waits since when, for what, and by when. */
export async function OpenRowCard({ row, now }: { row: OpenRow; now: Date }) {
  const [t, terms, locale] = await Promise.all([getTranslations("doctor"), getTranslations("terms"), getLocale()]);
  const { patient } = row;
  const isOpen = row.closedAt === null;
  return (
    <Card className="relative grid gap-2 hover:border-line-strong">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold text-lg">
          <AppLink href={`/doctor/consultations/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {patient.name}
          </AppLink>
        </h3>
        <span className="text-ink-muted">
          {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} />
        </span>
        <span className="ml-auto flex flex-wrap gap-1.5">
          {row.unread > 0 && <Badge tone="danger">{t("queue.unread", { count: row.unread })}</Badge>}
          {row.unansweredSince && (
            <Badge tone="warning">
              {t("queue.unanswered", { since: formatDistance(row.unansweredSince, now, locale) })}
            </Badge>
          )}
          <Badge tone={row.service === "follow_up" ? "primary" : "info"}>{terms(`service.${row.service}`)}</Badge>
          <Badge>{terms(`channel.${row.channel}`)}</Badge>
          {!isOpen && <Badge>{terms(`consultationStatus.${row.status}`)}</Badge>}
        </span>
      </div>
      <p className="truncate">{row.symptoms}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-sm">
        <span>{row.number}</span>
        {row.status === "waiting" && row.paidAt && (
          <span>{t("queue.waitingSince", { since: formatDistance(row.paidAt, now, locale) })}</span>
        )}
        {isOpen && row.dueAt && (
          <span className="ml-auto">
            {t(`due.${dueKey(row)}`)}{" "}
            <Countdown
              due={row.dueAt.toISOString()}
              from={now.toISOString()}
              locale={locale}
              over={t("due.over")}
              urgentMinutes={URGENT_MINUTES}
            />
          </span>
        )}
        {row.closedAt && <span className="ml-auto">{formatDistance(row.closedAt, now, locale)}</span>}
      </p>
    </Card>
  );
}
