import { z } from "zod";

const lang = z.enum(["zh-CN", "en"]).default("zh-CN");

export const OpenReceipt = z.strictObject({ id: z.uuid(), lang });
export type OpenReceipt = z.output<typeof OpenReceipt>;

/** A month of the hospital, `2026-11`. */
export const month = z.string("date_invalid").regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, "date_invalid");

export const OpenStatement = z.strictObject({ month, lang });
export type OpenStatement = z.output<typeof OpenStatement>;
