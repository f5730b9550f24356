import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { RefreshEvery } from "@/components/live/refresh-every";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { isReport } from "@/lib/domain/report";
import { type MovingPeriod, periodOn } from "@/lib/domain/report-period";
import { pageTitle } from "@/lib/i18n/metadata";
import { reportFiles } from "@/lib/queries/admin/report-files";
import { removeReport } from "../actions";

export const generateMetadata = pageTitle("reports", "file.title");

const day = (date: Date) => date.toISOString().slice(0, 10);

/** A person's own files, those under way with how far they are, and the reports that are kept by name. */
export default async function ReportFilesPage() {
  const actor = await requireActor("admin", "auditor");
  const [{ files, saved }, t, common, locale] = await Promise.all([
    reportFiles(actor),
    getTranslations("reports"),
    getTranslations("common"),
    getLocale(),
  ]);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const name = (report: string) => (isReport(report) ? t(`name.${report}`) : report);
  const isUnderWay = files.some(({ status }) => status === "waiting" || status === "running");
  return (
    <div className="grid max-w-4xl gap-8">
      {isUnderWay && <RefreshEvery seconds={2} />}
      <PageHeader back={{ href: "/admin/reports", label: t("title") }} title={t("file.title")} />
      <ul className="grid gap-3">
        {files.map((file) => (
          <li key={file.id}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <div className="grid min-w-0 gap-1">
                <h2 className="font-medium">
                  {name(file.report)} · {t(`file.what.${file.what === "list" ? "list" : "table"}`)}
                </h2>
                <p className="text-ink-muted text-sm">
                  {day(file.since)} – {day(file.until)} · {file.format.toUpperCase()} ·{" "}
                  {formatMoment(file.createdAt, locale)}
                  {file.bytes !== null && ` · ${t("file.size", { size: number.format(Number(file.bytes) / 1e6) })}`}
                  {file.status === "ready" && ` · ${t("file.gone", { day: shanghaiDay(file.goneAt) })}`}
                </p>
                {file.status === "running" && (
                  <div className="grid gap-1">
                    <Progress aria-label={t("file.status.running")} value={file.rowsDone} max={file.rowsTotal || 1} />
                    <p className="text-sm">
                      {t("file.progress", { done: number.format(file.rowsDone), total: number.format(file.rowsTotal) })}
                    </p>
                  </div>
                )}
              </div>
              {file.status === "ready" ? (
                <ButtonLink href={`/api/report-files/${file.id}`} variant="secondary" prefetch={false}>
                  {t("file.download")}
                </ButtonLink>
              ) : (
                <span className={file.status === "failed" ? "text-danger" : "text-ink-muted"}>
                  {t(`file.status.${file.status}`)}
                </span>
              )}
            </Card>
          </li>
        ))}
      </ul>
      {files.length === 0 && <EmptyState title={t("file.none")} />}
      <Section title={t("saved.title")}>
        {saved.length === 0 && <p className="text-ink-muted">{t("saved.none")}</p>}
        <ul className="grid gap-3">
          {saved.map(({ id, name: title, report, breakdown, period, format, every, nextAt }) => (
            <li key={id}>
              <Card className="flex flex-wrap items-center justify-between gap-3">
                <div className="grid gap-1">
                  <h3 className="font-medium">
                    <AppLink
                      href={`/admin/reports/${report}?${new URLSearchParams({ ...periodOn(period as MovingPeriod, new Date()), by: breakdown })}`}
                    >
                      {title}
                    </AppLink>
                  </h3>
                  <p className="text-ink-muted text-sm">
                    {name(report)} · {t(`period.${period as MovingPeriod}`)} · {format.toUpperCase()} ·{" "}
                    {t(`saved.repeat.${(every ?? "never") as "never"}`)}
                    {nextAt && ` · ${t("saved.next", { at: formatMoment(nextAt, locale) })}`}
                  </p>
                </div>
                <CommandForm
                  action={removeReport}
                  unreachable={common("unreachable")}
                  label={`${t("saved.remove")}: ${title}`}
                >
                  <input type="hidden" name="id" value={id} />
                  <CommandButton variant="quiet" size="sm">
                    {t("saved.remove")}
                  </CommandButton>
                </CommandForm>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
