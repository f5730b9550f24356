import { getLocale, getTranslations } from "next-intl/server";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { shapeOf } from "@/lib/domain/report";
import { askedPeriod } from "@/lib/domain/report-period";
import { pageTitle } from "@/lib/i18n/metadata";
import { headlines } from "@/lib/queries/admin/report";
import { Change } from "./change";
import { PeriodForm } from "./period-form";

export const generateMetadata = pageTitle("reports", "title");

/** Every report with its first figure, in a period and against the one before. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ from?: string; to?: string }> }) {
  await requireActor("admin", "auditor");
  const now = new Date();
  const period = askedPeriod(await searchParams, now);
  const [t, locale, found] = await Promise.all([getTranslations("reports"), getLocale(), headlines(period)]);
  const number = new Intl.NumberFormat(locale);
  const asked = new URLSearchParams({ ...period });
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/admin/reports/files" variant="secondary">
            {t("file.toFiles")}
          </ButtonLink>
        }
      />
      <PeriodForm address="/admin/reports" period={period} now={now} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {found.map(({ report, count, before, amount }) => (
          <li key={report}>
            <Card className="grid h-full content-start gap-1">
              <h2 className="font-semibold">
                <AppLink href={`/admin/reports/${report}?${asked}`}>{t(`name.${report}`)}</AppLink>
              </h2>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold text-2xl tabular-nums">{number.format(count)}</span>
                <Change now={count} before={before} />
                {shapeOf(report).amount === "fen" && (
                  <span className="text-ink-muted tabular-nums">{formatFen(amount, locale)}</span>
                )}
              </p>
              <p className="text-ink-muted text-sm">{t(`about.${report}`)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
