/** By what the rows of a report are told apart; each names a column of its facts. */
export type Breakdown =
  | ("department" | "doctor" | "service" | "hour" | "outcome" | "decision" | "reason" | "rule" | "purpose")
  | ("fulfilment" | "carrier" | "province" | "medicine" | "movement" | "stars" | "kind" | "reviewer");

export interface ReportShape {
  /** The first one is shown when none is asked for. */
  readonly by: readonly Breakdown[];
  /** What `amount` adds up; `stars` are shown as their mean. */
  readonly amount?: "fen" | "packs" | "stars";
  /** Each row took a time (minutes), told as median and ninth decile. */
  readonly hasTimes?: boolean;
  /** Rows were due by a promise. */
  readonly hasPromise?: boolean;
}

/** Every report: what its facts are stands in `db/sql/report-facts`, when a row counts in its moment there. */
export const reports = {
  consultations: { by: ["department", "doctor", "service", "hour", "outcome"], amount: "fen" },
  acceptance: { by: ["department", "doctor", "service", "hour"], hasTimes: true, hasPromise: true },
  answers: { by: ["department", "doctor", "service", "hour"], hasTimes: true, hasPromise: true },
  reviews: { by: ["decision", "reason", "reviewer", "hour"], hasTimes: true, hasPromise: true },
  refusals: { by: ["rule"] },
  revenue: { by: ["purpose", "department"], amount: "fen" },
  refunds: { by: ["reason", "purpose"], amount: "fen" },
  dispensing: { by: ["fulfilment", "outcome", "hour"], amount: "fen", hasTimes: true, hasPromise: true },
  deliveries: { by: ["carrier", "province", "outcome"], hasTimes: true, hasPromise: true },
  stock: { by: ["medicine", "movement"], amount: "packs" },
  ratings: { by: ["doctor", "department", "stars"], amount: "stars" },
  requests: { by: ["kind", "outcome"], hasTimes: true, hasPromise: true },
  prescribing: { by: ["doctor", "medicine"], amount: "packs" },
} as const satisfies Readonly<Record<string, ReportShape>>;

export type ReportId = keyof typeof reports;
export const reportIds = Object.keys(reports) as readonly ReportId[];
export const isReport = (id: string): id is ReportId => Object.hasOwn(reports, id);
export const shapeOf = (id: ReportId): ReportShape => reports[id];

/** R30 (统方): statistics by prescriber are opened with a reason, for so long. */
export const guardedReport: ReportId = "prescribing";
export const LOOK_MINUTES = 60;

/** The breakdown that was asked for, or the report's first. */
export const askedBreakdown = (id: ReportId, asked: unknown): Breakdown => {
  const { by } = shapeOf(id);
  return by.find((breakdown) => breakdown === asked) ?? (by[0] as Breakdown);
};

/** Hours within which a paid order is sealed. */
export const DISPENSE_HOURS = 24;

/** Files are kept so many days; so many of one person's are under way at once, and so many reports kept by name. */
export const FILE_DAYS = 14;
export const MOST_FILES = 3;
export const MOST_SAVED = 30;
