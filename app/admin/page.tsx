import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BarChart } from "@/components/ui/bar-chart";
import { Card, Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { addDays } from "@/lib/domain/calendar";
import { report } from "@/lib/queries/admin/report";

const periods = [7, 30, 90] as const;

export default async function ReportPage({ searchParams }: { searchParams: Promise<{ days?: string }> }) {
  const actor = await requireActor("admin", "auditor", "support");
  if (actor.role === "support") redirect("/admin/requests");
  const asked = Number((await searchParams).days);
  const days = periods.find((period) => period === asked) ?? 30;
  const [t, term, locale, figures] = await Promise.all([
    getTranslations("admin.report"),
    getTranslations("terms"),
    getLocale(),
    report(addDays(new Date(), -days)),
  ]);
  const number = (value: number | null, digits = 0) =>
    value === null ? "—" : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const paid = figures.revenue.reduce((sum, row) => sum + row.paidFen - row.refundedFen, 0);
  const booked = figures.consultations.reduce((sum, row) => sum + row.count, 0);
  const nothing = <EmptyState title={t("nothing")} />;
  return (
    <div className="grid gap-8">
      <PageHeader title={t("title")} lead={t("lead", { days })} />
      <Tabs
        label={t("period")}
        current={`/admin?days=${days}`}
        tabs={periods.map((period) => ({ href: `/admin?days=${period}`, label: t("days", { days: period }) }))}
      />
      <dl className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {(
          [
            [t("booked"), number(booked)],
            [t("reviewMedian"), t("minutes", { value: number(figures.reviews.medianMinutes, 1) })],
            [t("net"), formatFen(paid, locale)],
            [t("sent"), number(figures.deliveries.reduce((sum, row) => sum + row.sent, 0))],
          ] as const
        ).map(([name, value]) => (
          <Card key={name}>
            <dt className="text-ink-muted text-sm">{name}</dt>
            <dd className="font-semibold text-2xl tabular-nums">{value}</dd>
          </Card>
        ))}
      </dl>
      <Section title={t("consultations")}>
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {figures.byDay.length > 0 && (
            <Card>
              <BarChart
                title={t("byDay")}
                format={(value) => number(value)}
                bars={figures.byDay.slice(-14).map((row) => ({ label: row.day.slice(5), value: row.booked }))}
              />
            </Card>
          )}
          <DataTable
            caption={t("consultations")}
            empty={nothing}
            rows={figures.consultations}
            rowKey={(row) => row.status}
            columns={[
              { id: "status", head: t("status"), cell: (row) => term(`consultationStatus.${row.status}`) },
              { id: "count", head: t("count"), numeric: true, cell: (row) => number(row.count) },
            ]}
          />
        </div>
      </Section>
      <Section title={t("reviews")}>
        <DataTable
          caption={t("reviews")}
          rows={[figures.reviews]}
          rowKey={() => "reviews"}
          columns={[
            { id: "decided", head: t("decided"), numeric: true, cell: (row) => number(row.decided) },
            { id: "returned", head: t("returned"), numeric: true, cell: (row) => number(row.returned) },
            {
              id: "median",
              head: t("median"),
              numeric: true,
              cell: (row) => t("minutes", { value: number(row.medianMinutes, 1) }),
            },
            {
              id: "p90",
              head: t("p90"),
              numeric: true,
              cell: (row) => t("minutes", { value: number(row.p90Minutes, 1) }),
            },
          ]}
        />
      </Section>
      <Section title={t("revenue")}>
        <DataTable
          caption={t("revenue")}
          empty={nothing}
          rows={figures.revenue}
          rowKey={(row) => row.purpose}
          columns={[
            { id: "purpose", head: t("purpose"), cell: (row) => term(`paymentPurpose.${row.purpose}`) },
            { id: "paid", head: t("paid"), numeric: true, cell: (row) => formatFen(row.paidFen, locale) },
            { id: "refunded", head: t("refunded"), numeric: true, cell: (row) => formatFen(row.refundedFen, locale) },
            {
              id: "net",
              head: t("net"),
              numeric: true,
              cell: (row) => formatFen(row.paidFen - row.refundedFen, locale),
            },
          ]}
        />
      </Section>
      <Section title={t("deliveries")}>
        <DataTable
          caption={t("deliveries")}
          empty={nothing}
          rows={figures.deliveries}
          rowKey={(row) => row.carrierCode}
          columns={[
            { id: "carrier", head: t("carrier"), cell: (row) => row.carrierCode },
            { id: "sent", head: t("sent"), numeric: true, cell: (row) => number(row.sent) },
            { id: "signed", head: t("signed"), numeric: true, cell: (row) => number(row.signed) },
            { id: "hours", head: t("hours"), numeric: true, cell: (row) => number(row.medianHours, 1) },
          ]}
        />
      </Section>
    </div>
  );
}
