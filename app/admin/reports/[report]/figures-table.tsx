import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatFen } from "@/components/ui/price";
import { quantileSlot, slotMinutes } from "@/lib/domain/histogram";
import { type Breakdown, type ReportId, shapeOf } from "@/lib/domain/report";
import type { Period } from "@/lib/domain/report-period";
import type { Figures } from "@/lib/queries/admin/report";
import { Change } from "../change";

type Line = Figures["keys"][number];
type Sums = Line["now"];

interface Props {
  readonly report: ReportId;
  readonly by: Breakdown;
  readonly period: Period;
  readonly figures: Figures;
  readonly nameOf: (key: string) => string;
}

/** What each key adds up to, the largest first, with the whole below; a key leads to its rows. */
export async function FiguresTable({ report, by, period, figures, nameOf }: Props) {
  const [t, locale] = await Promise.all([getTranslations("reports"), getLocale()]);
  const shape = shapeOf(report);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { total } = figures;
  const share = (part: number, whole: number) => (whole === 0 ? "—" : percent.format(part / whole));
  const minutes = (sums: Sums, part: number) => {
    const slot = quantileSlot(sums.tallies, part);
    return slot ? number.format(slotMinutes(slot)) : "—";
  };
  const amount = (sums: Sums) => {
    if (shape.amount === "fen") return formatFen(sums.amount, locale);
    if (shape.amount === "stars") return sums.count === 0 ? "—" : number.format(sums.amount / sums.count);
    return number.format(sums.amount);
  };
  /** A column of numbers: what stands in each line, and below all. */
  const told = (
    id: string,
    head: string,
    cell: (line: Pick<Line, "now" | "before">) => React.ReactNode,
  ): Column<Line> => ({
    ...{ id, head, numeric: true, cell, total: cell(total) },
  });
  const lines = figures.keys
    .filter(({ now, before }) => now.count + before.count > 0)
    .sort((one, other) => other.now.count - one.now.count || one.key.localeCompare(other.key));
  const rowsOf = (key: string) => `/admin/reports/${report}/rows?${new URLSearchParams({ ...period, by, key })}`;
  return (
    <DataTable
      caption={t(`name.${report}`)}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "key",
          head: t(`by.${by}`),
          cell: ({ key, now }) => (now.count > 0 ? <AppLink href={rowsOf(key)}>{nameOf(key)}</AppLink> : nameOf(key)),
          total: t("total"),
        },
        told("count", t("column.count"), ({ now }) => number.format(now.count)),
        told("share", t("column.share"), ({ now }) => share(now.count, total.now.count)),
        told("before", t("column.before"), ({ before }) => number.format(before.count)),
        told("change", t("column.change"), ({ now, before }) => <Change now={now.count} before={before.count} />),
        ...(shape.amount
          ? [told("amount", t(`column.${shape.amount === "stars" ? "mean" : shape.amount}`), ({ now }) => amount(now))]
          : []),
        ...(shape.hasPromise ? [told("kept", t("column.keptShare"), ({ now }) => share(now.kept, now.judged))] : []),
        ...(shape.hasTimes
          ? [
              told("median", t("column.median"), ({ now }) => minutes(now, 0.5)),
              told("p90", t("column.p90"), ({ now }) => minutes(now, 0.9)),
            ]
          : []),
      ]}
    />
  );
}
