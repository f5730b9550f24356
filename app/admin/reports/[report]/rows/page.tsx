import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { askedBreakdown, isReport, shapeOf } from "@/lib/domain/report";
import { askedPeriod } from "@/lib/domain/report-period";
import { type Fact, rowsOf } from "@/lib/queries/admin/report";
import { keyWords } from "@/lib/queries/admin/report-words";
import { ExportForms } from "../export-forms";
import { LookForm } from "../look-form";

interface Props {
  readonly params: Promise<{ report: string }>;
  readonly searchParams: Promise<Record<"from" | "to" | "by" | "key" | "after", string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props) {
  const { report } = await params;
  const t = await getTranslations("reports");
  return { title: isReport(report) ? t("rowsTitle", { report: t(`name.${report}`) }) : t("title") };
}

/** The rows behind a figure: each with its number, its moment, and what made it count as it did. */
export default async function ReportRowsPage({ params, searchParams }: Props) {
  const actor = await requireActor("admin", "auditor");
  const { report } = await params;
  if (!isReport(report)) notFound();
  const [asked, now] = [await searchParams, new Date()];
  const period = askedPeriod(asked, now);
  const by = askedBreakdown(report, asked.by);
  const key = typeof asked.key === "string" ? asked.key : undefined;
  const only = key === undefined ? null : { breakdown: by, key };
  const cursor = typeof asked.after === "string" ? asked.after : undefined;
  const [t, locale, seen] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    rowsOf(actor, now, { report, period, only }, cursor, by),
  ]);
  const back = {
    href: `/admin/reports/${report}?${new URLSearchParams({ ...period, by })}`,
    label: t(`name.${report}`),
  };
  const title = t("rowsTitle", { report: t(`name.${report}`) });
  if (!seen)
    return (
      <div className="grid max-w-2xl gap-6">
        <PageHeader back={back} title={title} />
        <LookForm />
      </div>
    );
  const { rows, next, names } = seen;
  const shape = shapeOf(report);
  const nameOf = await keyWords(locale, report, by, names);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const amount = (value: number | null) =>
    value === null ? "—" : shape.amount === "fen" ? formatFen(value, locale) : number.format(value);
  const columns: Column<Fact>[] = [
    { id: "number", head: t("column.number"), cell: (row) => row.number ?? "—" },
    { id: "at", head: t("column.at"), cell: (row) => formatMoment(row.at, locale) },
    { id: "key", head: t(`by.${by}`), cell: (row) => nameOf(row.keys[by] ?? "") },
    ...(shape.amount
      ? [{ id: "amount", head: t(`column.${shape.amount}`), numeric: true, cell: (row: Fact) => amount(row.amount) }]
      : []),
    ...(shape.hasTimes
      ? [
          {
            ...{ id: "minutes", head: t("column.minutes"), numeric: true },
            cell: (row: Fact) => (row.minutes === null ? "—" : number.format(row.minutes)),
          },
        ]
      : []),
    ...(shape.hasPromise
      ? [
          {
            ...{ id: "kept", head: t("column.inTime") },
            cell: (row: Fact) => (row.isKept === null ? "—" : t(row.isKept ? "yes" : "no")),
          },
        ]
      : []),
  ];
  const kept = { ...period, by, ...(key !== undefined && { key }) };
  return (
    <div className="grid gap-6">
      <PageHeader
        back={back}
        title={title}
        lead={`${period.from} – ${period.to}${key === undefined ? "" : ` · ${t("rowsOf", { by: t(`by.${by}`), key: nameOf(key) })}`}`}
      />
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={columns}
      />
      {next && (
        <p>
          <AppLink href={`/admin/reports/${report}/rows?${new URLSearchParams({ ...kept, after: next })}`}>
            {t("older")}
          </AppLink>
        </p>
      )}
      <ExportForms report={report} breakdown={by} period={period} what="list" only={key} />
    </div>
  );
}
