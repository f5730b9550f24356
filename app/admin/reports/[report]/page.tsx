import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BarChart } from "@/components/ui/bar-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { LineChart } from "@/components/ui/line-chart";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { askedBreakdown, isReport, shapeOf } from "@/lib/domain/report";
import { askedPeriod } from "@/lib/domain/report-period";
import { reportOf } from "@/lib/queries/admin/report";
import { keyWords } from "@/lib/queries/admin/report-words";
import { PeriodForm } from "../period-form";
import { ExportForms } from "./export-forms";
import { FiguresTable } from "./figures-table";
import { lineOf } from "./line";
import { LookForm } from "./look-form";
import { SaveForm } from "./save-form";

const BARS = 8;

interface Props {
  readonly params: Promise<{ report: string }>;
  readonly searchParams: Promise<{ from?: string; to?: string; by?: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { report } = await params;
  const t = await getTranslations("reports");
  return { title: isReport(report) ? t(`name.${report}`) : t("title") };
}

/** One report: how it went over the period, what it adds up to, against the period before. */
export default async function ReportPage({ params, searchParams }: Props) {
  const actor = await requireActor("admin", "auditor");
  const { report } = await params;
  if (!isReport(report)) notFound();
  const [asked, now] = [await searchParams, new Date()];
  const period = askedPeriod(asked, now);
  const by = askedBreakdown(report, asked.by);
  const [t, locale, seen] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    reportOf(actor, now, report, by, period),
  ]);
  const back = { href: `/admin/reports?${new URLSearchParams({ ...period })}`, label: t("title") };
  if (!seen)
    return (
      <div className="grid max-w-2xl gap-6">
        <PageHeader back={back} title={t(`name.${report}`)} lead={t(`about.${report}`)} />
        <LookForm />
      </div>
    );
  const { figures, names, isDaily } = seen;
  const nameOf = await keyWords(locale, report, by, names);
  const number = new Intl.NumberFormat(locale);
  const labels = lineOf(period, isDaily);
  const most = figures.keys
    .filter(({ now: sums }) => sums.count > 0)
    .sort((one, other) => other.now.count - one.now.count);
  const rows = new URLSearchParams({ ...period, by });
  return (
    <div className="grid gap-6">
      <PageHeader
        back={back}
        title={t(`name.${report}`)}
        lead={t(`about.${report}`)}
        actions={
          <ButtonLink href={`/admin/reports/${report}/rows?${rows}`} variant="secondary">
            {t("rows")}
          </ButtonLink>
        }
      />
      <PeriodForm
        address={`/admin/reports/${report}`}
        period={period}
        now={now}
        by={{ all: shapeOf(report).by, chosen: by }}
      />
      {figures.total.now.count + figures.total.before.count === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <>
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <Card>
              <LineChart
                title={t(isDaily ? "perDay" : "perMonth")}
                labels={labels.map((label) => label.slice(isDaily ? 5 : 2))}
                series={[{ label: t("column.count"), values: labels.map((label) => figures.line.get(label) ?? 0) }]}
                format={(value) => number.format(value)}
              />
            </Card>
            {most.length > 0 && (
              <Card>
                <BarChart
                  title={t("byChart", { by: t(`by.${by}`), most: Math.min(BARS, most.length) })}
                  bars={most.slice(0, BARS).map(({ key, now: sums }) => ({ label: nameOf(key), value: sums.count }))}
                  format={(value) => number.format(value)}
                />
              </Card>
            )}
          </div>
          <Section title={t(`by.${by}`)}>
            <FiguresTable report={report} by={by} period={period} figures={figures} nameOf={nameOf} />
            {shapeOf(report).hasTimes && <p className="mt-2 text-ink-muted text-sm">{t("slotNote")}</p>}
          </Section>
          <ExportForms report={report} breakdown={by} period={period} what="table" />
        </>
      )}
      <Disclosure summary={t("saved.save")}>
        <SaveForm report={report} breakdown={by} />
      </Disclosure>
    </div>
  );
}
