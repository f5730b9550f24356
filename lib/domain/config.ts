import { z } from "zod";
import { isCalendarDay } from "./resident-id";
import { line } from "./text-input";

const whole = (least: number, most: number) =>
  z.coerce.number("number_invalid").int("number_invalid").min(least, "number_invalid").max(most, "number_invalid");

/** Yuan as typed; fen afterwards. */
const yuan = z.coerce
  .number("amount_invalid")
  .min(0, "amount_invalid")
  .max(10_000, "amount_invalid")
  .transform((amount) => Math.round(amount * 100));

const code = line({ max: 40 });
const area = z.string("required").regex(/^\d{6}$/, "area_missing");

interface ConfigKind<Row extends z.ZodType = z.ZodType> {
  /** As the table's first line names them; the first ones, `keys`, tell one line from another. */
  readonly columns: readonly string[];
  readonly keys: number;
  readonly row: Row;
}

const kind = <Row extends z.ZodType>(of: ConfigKind<Row>): ConfigKind<Row> => of;

/** What administrators set as tables. */
export const configKinds = {
  /** Days on which nobody new is seen. */
  holidays: kind({
    columns: ["day", "nameZh", "nameEn"],
    keys: 1,
    row: z.object({
      day: z.string("date_invalid").refine(isCalendarDay, "date_invalid"),
      nameZh: line({ max: 30 }),
      nameEn: line({ max: 60 }),
    }),
  }),
  /** What a carrier asks for and how long it takes, by province. Amounts in yuan. */
  rates: kind({
    columns: ["carrier", "province", "price", "extraKilo", "minDays", "maxDays"],
    keys: 2,
    row: z
      .object({
        ...{ carrier: code, province: area, price: yuan, extraKilo: yuan },
        ...{ minDays: whole(0, 60), maxDays: whole(0, 60) },
      })
      .refine(({ minDays, maxDays }) => minDays <= maxDays, { path: ["maxDays"], message: "day_order" }),
  }),
  /** Where a carrier asks for more (yuan), or, where nothing is said, does not go. */
  remote: kind({
    columns: ["carrier", "area", "extra"],
    keys: 2,
    row: z.object({
      ...{ carrier: code, area },
      extra: z.preprocess((value) => (value === "" || value === undefined ? null : value), yuan.nullable()),
    }),
  }),
  /** Sentences that doctors send with one tap, in their order. */
  phrases: kind({
    columns: ["zh", "en"],
    keys: 1,
    row: z.object({ zh: line({ max: 200 }), en: line({ max: 400 }) }),
  }),
} as const;

export type ConfigKindId = keyof typeof configKinds;
export type ConfigRow<Kind extends ConfigKindId> = z.output<(typeof configKinds)[Kind]["row"]>;
export const configKindIds = Object.keys(configKinds) as ConfigKindId[];
export const isConfigKind = (id: string): id is ConfigKindId => Object.hasOwn(configKinds, id);

type Line = Readonly<Record<string, unknown>>;

/** What tells a line of a table from another. */
export const keyOf = (id: ConfigKindId, row: Line): string =>
  configKinds[id].columns
    .slice(0, configKinds[id].keys)
    .map((column) => String(row[column]))
    .join(" ");

export interface Difference {
  readonly key: string;
  /** Column, what stood there, what will stand there; a line that is new has no before, one that goes no after. */
  readonly before: Line | null;
  readonly after: Line | null;
}

/** Line by line, what a table would change of another. */
export function differences(id: ConfigKindId, before: readonly Line[], after: readonly Line[]): Difference[] {
  const { columns } = configKinds[id];
  const same = (one: Line, other: Line) => columns.every((column) => one[column] === other[column]);
  const old = new Map(before.map((row) => [keyOf(id, row), row]));
  const fresh = new Map(after.map((row) => [keyOf(id, row), row]));
  const found: Difference[] = [];
  for (const [key, row] of fresh) {
    const was = old.get(key);
    if (!was) found.push({ key, before: null, after: row });
    else if (!same(was, row)) found.push({ key, before: was, after: row });
  }
  for (const [key, row] of old) if (!fresh.has(key)) found.push({ key, before: row, after: null });
  return found;
}

const id = z.uuid();
const configKind = z.enum(configKindIds, "choose_one");

/** A table as CSV; `dryRun` says what would change, and keeps nothing. */
export const DraftConfig = z.strictObject({
  file: z.instanceof(Uint8Array),
  kind: configKind,
  dryRun: z.enum(["true", "false"]).transform((value) => value === "true"),
});
export type DraftConfig = z.output<typeof DraftConfig>;

export const ExportConfig = z.strictObject({ kind: configKind });
export type ExportConfig = z.output<typeof ExportConfig>;

/** A draft gets the day from which it counts. */
export const PlanConfig = z.strictObject({
  id,
  fromDay: z.string("date_invalid").refine(isCalendarDay, "date_invalid"),
  reason: line({ max: 200 }),
});
export type PlanConfig = z.output<typeof PlanConfig>;

/** A draft is thrown away, a plan does not come, or what is in force gives way to what was before it. */
export const WithdrawConfig = z.strictObject({ id });
export type WithdrawConfig = z.output<typeof WithdrawConfig>;

/** In the language of whoever reads them. */
export const ReadPhrases = z.strictObject({ language: z.enum(["zh-CN", "en"], "choose_one") });
export type ReadPhrases = z.output<typeof ReadPhrases>;
