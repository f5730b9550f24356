import "server-only";
import type { FormularyMedicine } from "@/lib/domain/prescribing";
import type { Interaction } from "@/lib/domain/screening";
import type { Tx } from "../client";

export interface NamedDiagnosis {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface NamedMedicine extends FormularyMedicine {
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface Knowledge {
  readonly medicines: readonly NamedMedicine[];
  readonly interactions: readonly Interaction[];
  readonly diagnoses: readonly NamedDiagnosis[];
}

/**
 * What the hospital knows about some medicines, in one statement: their formulary rows, the interactions among them and with
 * the ATC codes that run already, and the names of diagnoses. Interactions are found by the prefixes that ATC has (levels
 * 1 to 5), so that an index answers however many there are.
 */
export async function knowledgeOf(
  tx: Pick<Tx, "$queryRaw">,
  about: {
    readonly medicineIds: readonly string[];
    readonly runningAtc: readonly (string | null)[];
    readonly diagnosisCodes: readonly string[];
  },
): Promise<Knowledge> {
  const running = about.runningAtc.filter((atc) => atc !== null);
  const [row] = await tx.$queryRaw<[Knowledge]>`
    WITH chosen AS (
      SELECT "id", "nameZh", "nameEn", "atc", "ingredients", "doseUnit", "maxSingleDose", "maxDailyDose", "minAgeMonths", "controlledClass",
        "isAntimicrobial", "routes", "packSize", "priceFen", "isActive"
      FROM "Medicine" WHERE "id" = ANY(${[...about.medicineIds]}::uuid[])
    ), codes AS (SELECT "atc" FROM chosen UNION SELECT unnest(${running}::text[])
    ), prefixes AS (
      SELECT DISTINCT left(codes."atc", level) AS "prefix" FROM codes, unnest(ARRAY[1, 3, 4, 5, 7]) AS level
      WHERE length(codes."atc") >= level
    ), known AS (
      SELECT "atcA", "atcB", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn" FROM "Interaction"
      WHERE "atcA" IN (SELECT "prefix" FROM prefixes) AND "atcB" IN (SELECT "prefix" FROM prefixes)
    ), named AS (
      SELECT "code", "nameZh", "nameEn" FROM "Diagnosis" WHERE "code" = ANY(${[...about.diagnosisCodes]}::text[])
    )
    SELECT (SELECT COALESCE(jsonb_agg(chosen), '[]') FROM chosen) AS "medicines",
      (SELECT COALESCE(jsonb_agg(known), '[]') FROM known) AS "interactions",
      (SELECT COALESCE(jsonb_agg(named), '[]') FROM named) AS "diagnoses"`;
  return row;
}
