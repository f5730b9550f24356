import { z } from "zod";
import { isCalendarDay } from "./resident-id";
import { line, passage } from "./text-input";

/** More packs than this at once are a slip of the finger. */
const MOST_PACKS = 100_000;

const packs = (least: number) =>
  z.coerce
    .number("number_invalid")
    .int("number_invalid")
    .min(least, "number_invalid")
    .max(MOST_PACKS, "number_invalid");
const batchNumber = line({ max: 40 }).transform((text) => text.replaceAll(" ", "").toUpperCase());

/** One batch that has arrived, as a form or a line of a table says it. */
export const GoodsIn = z.strictObject({
  code: z.string("required").regex(/^[A-Z0-9-]{1,20}$/, "code_invalid"),
  batch: batchNumber,
  expiresOn: z.string("date_invalid").refine(isCalendarDay, "date_invalid"),
  packs: packs(1),
  location: line({ min: 0, max: 40 }).default(""),
});
export type GoodsIn = z.output<typeof GoodsIn>;

/** The columns of a table of goods, in any order. */
export const goodsColumns = ["code", "batch", "expiresOn", "packs", "location"] as const;

export const ImportGoods = z.strictObject({
  file: z.instanceof(Uint8Array),
  dryRun: z.enum(["true", "false"]).transform((value) => value === "true"),
});
export type ImportGoods = z.output<typeof ImportGoods>;

/** What stands on the shelf by somebody's own eyes, and where. */
export const CountBatch = z.strictObject({
  batchId: z.uuid(),
  counted: packs(0),
  location: line({ min: 0, max: 40 }).default(""),
  note: passage({ min: 0, max: 200 }).default(""),
});
export type CountBatch = z.output<typeof CountBatch>;

export const writeOffReasons = ["expired", "damaged", "recalled", "sample", "other"] as const;

/** Packs that leave the shelf for good. */
export const WriteOff = z.strictObject({
  batchId: z.uuid(),
  packs: packs(1),
  reason: z.enum(writeOffReasons, "choose_one"),
  note: passage({ min: 0, max: 200 }).default(""),
});
export type WriteOff = z.output<typeof WriteOff>;

export const RecallBatch = z.strictObject({
  batchId: z.uuid(),
  reason: passage({ min: 5, max: 300, tooShort: "reason_too_short" }),
});
export type RecallBatch = z.output<typeof RecallBatch>;

/** R25: what came back is looked at, and goes to the shelf again or is destroyed. */
export const InspectReturned = z.strictObject({
  returnedId: z.uuid(),
  outcome: z.enum(["restocked", "destroyed"], "choose_one"),
  note: passage({ max: 200 }),
});
export type InspectReturned = z.output<typeof InspectReturned>;
