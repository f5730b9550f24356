import "server-only";
import { createTranslator } from "use-intl/core";
import { reportFigures } from "@/lib/db/sql/report-figures";
import { type Listed, reportRows } from "@/lib/db/sql/report-rows";
import { shanghaiMoment } from "@/lib/domain/calendar";
import { quantileSlot, slotMinutes, type Tallies } from "@/lib/domain/histogram";
import { type Breakdown, type ReportId, shapeOf } from "@/lib/domain/report";
import type { Period } from "@/lib/domain/report-period";
import type { Cell } from "@/lib/gateways/workbook";
import { isLocale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { reportNames } from "@/lib/queries/admin/report-names";
import { keyWords } from "@/lib/queries/admin/report-words";

const PAGE = 5_000;

export interface Lines {
  readonly title: string;
  readonly heads: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
  /** How many there will be, as far as is known. */
  readonly total: number;
}

async function words(locale: string) {
  const language = isLocale(locale) ? locale : "zh-CN";
  return createTranslator({ locale: language, messages: await messagesFor(language), namespace: "reports" });
}

const keyed = async (locale: string, report: ReportId, breakdown: Breakdown) =>
  keyWords(locale, report, breakdown, await reportNames(breakdown));

const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;
const quantile = (tallies: Tallies, share: number): number | null => {
  const slot = quantileSlot(tallies, share);
  return slot && rounded(slotMinutes(slot));
};

/** Fen are told in yuan. */
const told = (report: ReportId, amount: number): number => (shapeOf(report).amount === "fen" ? amount / 100 : amount);

/** A report's table as lines: one for each key. */
export async function tableLines(
  locale: string,
  report: ReportId,
  breakdown: Breakdown,
  period: Period,
): Promise<Lines> {
  const [t, nameOf, { keys }] = await Promise.all([
    words(locale),
    keyed(locale, report, breakdown),
    reportFigures(report, breakdown, period, false),
  ]);
  const shape = shapeOf(report);
  const heads = [
    ...[t(`by.${breakdown}`), t("column.count"), t("column.before")],
    ...(shape.amount ? [t(`column.${shape.amount}`)] : []),
    ...(shape.hasPromise ? [t("column.judged"), t("column.kept")] : []),
    ...(shape.hasTimes ? [t("column.median"), t("column.p90")] : []),
  ];
  const rows = keys
    .filter(({ now, before }) => now.count + before.count > 0)
    .sort((one, other) => other.now.count - one.now.count || one.key.localeCompare(other.key))
    .map(({ key, now, before }): Cell[] => [
      ...[nameOf(key), now.count, before.count],
      ...(shape.amount ? [told(report, now.amount)] : []),
      ...(shape.hasPromise ? [now.judged, now.kept] : []),
      ...(shape.hasTimes ? [quantile(now.tallies, 0.5), quantile(now.tallies, 0.9)] : []),
    ]);
  async function* pages() {
    yield rows;
  }
  return { title: t(`name.${report}`), heads, pages: pages(), total: rows.length };
}

/** The rows behind a report as lines, read page by page. */
export async function listLines(locale: string, listed: Listed): Promise<Lines> {
  const { report, period, only } = listed;
  const shape = shapeOf(report);
  const [t, figures, ...names] = await Promise.all([
    words(locale),
    reportFigures(report, only?.breakdown ?? (shape.by[0] as Breakdown), period, false),
    ...shape.by.map((breakdown) => keyed(locale, report, breakdown)),
  ]);
  const heads = [
    ...[t("column.at"), t("column.number"), ...shape.by.map((breakdown) => t(`by.${breakdown}`))],
    ...(shape.amount ? [t(`column.${shape.amount}`)] : []),
    ...(shape.hasTimes ? [t("column.minutes")] : []),
    ...(shape.hasPromise ? [t("column.inTime")] : []),
  ];
  const inTime = (isKept: boolean | null) => (isKept === null ? null : t(isKept ? "yes" : "no"));
  async function* pages() {
    let cursor: string | undefined;
    do {
      const { rows, next } = await reportRows(listed, cursor, PAGE);
      yield rows.map(({ at, number, keys, amount, minutes, isKept }): Cell[] => [
        ...[
          shanghaiMoment(at),
          number,
          ...shape.by.map((breakdown, index) => names[index]?.(keys[breakdown] ?? "") ?? null),
        ],
        ...(shape.amount ? [amount === null ? null : told(report, amount)] : []),
        ...(shape.hasTimes ? [minutes === null ? null : rounded(minutes)] : []),
        ...(shape.hasPromise ? [inTime(isKept)] : []),
      ]);
      cursor = next;
    } while (cursor !== undefined);
  }
  const all = only ? figures.keys.find(({ key }) => key === only.key)?.now.count : figures.total.now.count;
  return { title: t(`name.${report}`), heads, pages: pages(), total: all ?? 0 };
}
