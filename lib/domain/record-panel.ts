import { type RecordKind, recordDetail } from "./record";
import { type RecordRow, type Visit, visitsOf } from "./visit";

export type LabFlag = "low" | "high" | "abnormal" | null;

export interface LabValue {
  readonly fhirId: string;
  readonly display: string;
  readonly at: Date | null;
  readonly value: string;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: LabFlag;
  /** Numeric values of the same test over time, the oldest first, this one included; fewer than two make no trend. */
  readonly trend: readonly { readonly at: Date; readonly value: number }[];
}

/** The parts of a record that are opened one at a time; allergies stand above them all. */
export const recordTabs = ["overview", "visits", "results", "reports", "earlier"] as const;
export type RecordTab = (typeof recordTabs)[number];

/** What a department concluded, with the values that it names. */
export interface Report {
  readonly fhirId: string;
  readonly display: string;
  readonly at: Date | null;
  readonly conclusion: string | null;
  readonly values: readonly Pick<LabValue, "fhirId" | "display" | "value" | "unit" | "flag">[];
}

/** The hospital's record as a doctor reads it beside the conversation. */
export interface RecordPanel {
  readonly allergies: readonly {
    readonly fhirId: string;
    readonly display: string;
    readonly reactions: readonly string[];
    readonly isSevere: boolean;
  }[];
  readonly running: readonly { readonly fhirId: string; readonly display: string; readonly dosage: string | null }[];
  readonly problems: readonly {
    readonly fhirId: string;
    readonly display: string;
    readonly code: string | null;
    readonly since: Date | null;
  }[];
  /** The newest first. */
  readonly visits: readonly Visit[];
  /** The newest value of each test, the newest first. */
  readonly labs: readonly LabValue[];
  /** The newest first. */
  readonly reports: readonly Report[];
}

const MOST_VISITS = 5;
const MOST_LABS = 20;
const MOST_REPORTS = 20;
const MOST_TREND = 12;
/** Questionnaires and habits are observations too; they are no results. */
const RESULTS = new Set([null, "laboratory", "vital-signs", "exam", "imaging"]);

/** Where a result lies: by the laboratory's own word where it gives one, else by the reference range. */
export function labFlag(result: {
  value: string;
  low: number | null;
  high: number | null;
  interpretation: string | null;
}): LabFlag {
  const word = result.interpretation?.toUpperCase() ?? "";
  if (/^(L|LL|LU)$/.test(word)) return "low";
  if (/^(H|HH|HU)$/.test(word)) return "high";
  if (/^(A|AA|POS)$/.test(word)) return "abnormal";
  const value = Number(result.value);
  if (result.value.trim() === "" || Number.isNaN(value)) return null;
  if (result.low !== null && value < result.low) return "low";
  return result.high !== null && value > result.high ? "high" : null;
}

const newestFirst = (a: { readonly at: Date | null }, b: { readonly at: Date | null }) =>
  (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0);

/** What of a stored record a doctor needs at a glance. */
export function recordPanel(rows: readonly RecordRow[]): RecordPanel {
  const active = (kind: RecordKind) => rows.filter((row) => row.kind === kind && row.isActive);
  return {
    allergies: active("allergy").map(({ fhirId, display, detail }) => {
      const known = recordDetail.allergy.safeParse(detail).data;
      return { fhirId, display, reactions: known?.reactions ?? [], isSevere: known?.criticality === "high" };
    }),
    running: active("medication").map(({ fhirId, display, detail }) => ({
      ...{ fhirId, display },
      dosage: recordDetail.medication.safeParse(detail).data?.dosage ?? null,
    })),
    problems: active("condition").map(({ fhirId, display, mappedCode, occurredAt }) => ({
      ...{ fhirId, display, code: mappedCode, since: occurredAt },
    })),
    visits: visitsOf(rows).slice(0, MOST_VISITS),
    labs: labsOf(rows),
    reports: reportsOf(rows),
  };
}

function reportsOf(rows: readonly RecordRow[]): Report[] {
  const values = new Map(resultsOf(rows).map((value) => [value.fhirId, value]));
  return rows
    .flatMap((row): Report[] => {
      const detail = row.kind === "report" && row.isActive ? recordDetail.report.safeParse(row.detail).data : undefined;
      if (!detail) return [];
      const { fhirId, display, occurredAt: at } = row;
      const found = detail.resultIds.flatMap((id) => values.get(id) ?? []);
      return [{ fhirId, display, at, conclusion: detail.conclusion, values: found }];
    })
    .sort(newestFirst)
    .slice(0, MOST_REPORTS);
}

const resultsOf = (rows: readonly RecordRow[]): LabValue[] =>
  rows.flatMap((row): LabValue[] => {
    const detail = row.kind === "observation" ? recordDetail.observation.safeParse(row.detail).data : undefined;
    if (!detail || detail.value === null || !RESULTS.has(detail.category)) return [];
    const { value, unit, low, high } = detail;
    const { fhirId, display, occurredAt: at } = row;
    return [{ fhirId, display, at, value, unit, low, high, flag: labFlag({ ...detail, value }), trend: [] }];
  });

function labsOf(rows: readonly RecordRow[]): LabValue[] {
  const values = resultsOf(rows);
  const newest = new Map<string, LabValue>();
  for (const value of values.sort(newestFirst)) if (!newest.has(value.display)) newest.set(value.display, value);
  return [...newest.values()].slice(0, MOST_LABS).map((value) => ({ ...value, trend: trendOf(value, values) }));
}

/** The same test in the same unit; anything that is no number stays out of the line. */
function trendOf({ display, unit }: LabValue, values: readonly LabValue[]): LabValue["trend"] {
  return values
    .flatMap((one) => {
      const number = Number(one.value);
      const isPoint = one.display === display && one.unit === unit && one.at !== null && one.value.trim() !== "";
      return isPoint && one.at && !Number.isNaN(number) ? [{ at: one.at, value: number }] : [];
    })
    .slice(0, MOST_TREND)
    .reverse();
}
