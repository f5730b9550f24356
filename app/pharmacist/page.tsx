import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Age } from "@/components/patient/age";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDistance, formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { type ReviewRow, reviewQueue } from "@/lib/queries/pharmacist/review-queue";
import { liveConfig } from "@/lib/web/live-config";

export const generateMetadata = pageTitle("pharmacist", "review.title");

export default async function ReviewQueuePage() {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const now = new Date();
  const [rows, t] = await Promise.all([reviewQueue(actor, now), getTranslations("pharmacist.review")]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: rows.length })} />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>
      ) : (
        <ul className="grid max-w-4xl gap-3">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} now={now} />
            </li>
          ))}
        </ul>
      )}
      <LiveRefresh config={liveConfig()} channels={[channels.reviewDesk]} />
    </>
  );
}

async function Row({ row, now }: { row: ReviewRow; now: Date }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("pharmacist.review"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { patient, doctor } = row;
  return (
    <Card className="relative grid gap-2 hover:border-line-strong">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold text-lg">
          <AppLink
            href={`/pharmacist/prescriptions/${row.id}`}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {row.number}
          </AppLink>
        </h2>
        <span>
          {patient.name} · {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} />
        </span>
        <span className="ml-auto flex flex-wrap gap-1.5">
          {row.isUrgent && <Badge tone="danger">{t("urgent")}</Badge>}
          {row.escalatedAt && <Badge tone="warning">{t("overdue")}</Badge>}
          {!row.isScreened && <Badge tone="danger">{t("notScreened")}</Badge>}
          {row.worst && (
            <Badge tone={row.worst === "note" ? "info" : "warning"}>{terms(`severity.${row.worst}`)}</Badge>
          )}
          {row.version > 1 && <Badge>{t("version", { version: row.version })}</Badge>}
        </span>
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-sm">
        <span>{t("by", { doctor: pick(locale, doctor.nameZh, doctor.nameEn) })}</span>
        <span>{t("lines", { count: row.lines })}</span>
        {row.submittedAt && <span>{t("since", { since: formatDistance(row.submittedAt, now, locale) })}</span>}
        {row.heldUntil && (
          <span className="ml-auto">
            {t(row.isMine ? "heldByMe" : "heldByOther", {
              name: row.holder ?? "",
              until: formatMoment(row.heldUntil, locale, "time"),
            })}
          </span>
        )}
      </p>
    </Card>
  );
}
