import "server-only";
import { db } from "@/lib/db/client";
import { doseRangesOf } from "@/lib/db/sql/dose-ranges";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { MailFlags } from "@/lib/domain/delivery";
import type { DoseRange } from "@/lib/domain/screened";

export interface FormularyEntry extends MailFlags {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly tradeNameZh: string;
  readonly tradeNameEn: string;
  readonly pinyin: string;
  readonly atc: string;
  readonly strengthZh: string;
  readonly strengthEn: string;
  readonly packZh: string;
  readonly packEn: string;
  readonly doseUnit: string;
  readonly packSize: number;
  readonly priceFen: number;
  readonly routes: readonly string[];
  readonly usualDose: number;
  readonly maxSingleDose: number;
  readonly maxDailyDose: number;
  readonly doseRanges: readonly DoseRange[];
  readonly usualFrequency: string;
  readonly controlledClass: string;
  /** Packs that are not promised to anybody and have not expired. */
  readonly freePacks: number;
}

export interface DiagnosisEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly pinyin: string;
  readonly isChronic: boolean;
}

/** All that can be prescribed today, with what is free on the shelf, and the list of diagnoses: one statement. */
export async function formulary(
  now: Date,
): Promise<{ medicines: readonly FormularyEntry[]; diagnoses: readonly DiagnosisEntry[] }> {
  const today = dateColumn(shanghaiDay(now));
  const [row] = await db().$queryRaw<[{ medicines: FormularyEntry[]; diagnoses: DiagnosisEntry[] }]>`
    WITH free AS (
      SELECT "medicineId", sum("quantity" - "reserved")::int AS "packs" FROM "StockBatch"
      WHERE "expiresOn" > ${today}::date AND "recalledAt" IS NULL GROUP BY "medicineId"
    ), listed AS (
      SELECT m."id", m."nameZh", m."nameEn", m."tradeNameZh", m."tradeNameEn", m."pinyin", m."atc", m."strengthZh", m."strengthEn", m."packZh", m."packEn",
        m."doseUnit", m."packSize", m."priceFen", m."routes", m."usualDose", m."usualFrequency", m."controlledClass",
        m."isInjection", m."isGlucoseLowering", m."isRefrigerated", m."isHospitalMade", m."isMailBlocked",
        m."maxSingleDose", m."maxDailyDose", COALESCE(free."packs", 0) AS "freePacks",
        ${doseRangesOf("m")} AS "doseRanges"
      FROM "Medicine" m LEFT JOIN free ON free."medicineId" = m."id" WHERE m."isActive" ORDER BY m."code"
    ), named AS (SELECT "code", "nameZh", "nameEn", "pinyin", "isChronic" FROM "Diagnosis" ORDER BY "code")
    SELECT (SELECT COALESCE(jsonb_agg(listed), '[]') FROM listed) AS "medicines",
      (SELECT COALESCE(jsonb_agg(named), '[]') FROM named) AS "diagnoses"`;
  return row;
}
