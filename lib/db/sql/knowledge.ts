import "server-only";
import type { FormularyMedicine } from "@/lib/domain/prescribing";
import type { Contraindication, Interaction } from "@/lib/domain/screened";
import type { Tx } from "../client";
import { doseRangesOf } from "./dose-ranges";

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
  readonly contraindications: readonly Contraindication[];
  /** The tables in force, by number: `{ interactions: 3, contraindications: 1 }`. */
  readonly tables: Readonly<Record<string, number>>;
  readonly diagnoses: readonly NamedDiagnosis[];
}

/**
 * What the hospital knows about some medicines, in one statement: their formulary rows with the ranges of the label, the
 * interactions among them and with the ATC codes that run already, what they are weighed against, and the names of
 * diagnoses. Interactions are found by the prefixes that ATC has (levels 1 to 5), from either side, so that an index answers
 * however many there are: only pairs that one of the chosen medicines is part of.
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
        "isAntimicrobial", "isRefrigerated", "isTcmPiece", "maxCourseDays", "routes", "packSize", "priceFen", "isActive",
        ${doseRangesOf("Medicine")} AS "doseRanges"
      FROM "Medicine" WHERE "id" = ANY(${[...about.medicineIds]}::uuid[])
    ), own AS (
      SELECT DISTINCT left("atc", level) AS "prefix" FROM chosen, unnest(ARRAY[1, 3, 4, 5, 7]) AS level WHERE length("atc") >= level
    ), met AS (
      SELECT "prefix" FROM own UNION
      SELECT left(code, level) FROM unnest(${running}::text[]) AS code, unnest(ARRAY[1, 3, 4, 5, 7]) AS level WHERE length(code) >= level
    ), force AS (SELECT "id", "kind", "number" FROM "KnowledgeTable" WHERE "isInForce"
    ), pairs AS (
      SELECT i."tableId", i."atcA", i."atcB" FROM "Interaction" i WHERE i."tableId" = (SELECT "id" FROM force WHERE "kind" = 'interactions')
        AND i."atcA" = ANY(ARRAY(SELECT "prefix" FROM own)) AND i."atcB" = ANY(ARRAY(SELECT "prefix" FROM met))
      UNION
      SELECT i."tableId", i."atcA", i."atcB" FROM "Interaction" i WHERE i."tableId" = (SELECT "id" FROM force WHERE "kind" = 'interactions')
        AND i."atcB" = ANY(ARRAY(SELECT "prefix" FROM own)) AND i."atcA" = ANY(ARRAY(SELECT "prefix" FROM met))
    ), known AS (
      SELECT "atcA", "atcB", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn" FROM "Interaction" NATURAL JOIN pairs
    ), weighed AS (
      SELECT "atc", "kind", "icd10", "underMonths", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn"
      FROM "Contraindication" WHERE "tableId" = (SELECT "id" FROM force WHERE "kind" = 'contraindications')
        AND "atc" = ANY(ARRAY(SELECT "prefix" FROM own))
    ), named AS (
      SELECT "code", "nameZh", "nameEn" FROM "Diagnosis" WHERE "code" = ANY(${[...about.diagnosisCodes]}::text[])
    )
    SELECT (SELECT COALESCE(jsonb_agg(chosen), '[]') FROM chosen) AS "medicines",
      (SELECT COALESCE(jsonb_agg(known), '[]') FROM known) AS "interactions",
      (SELECT COALESCE(jsonb_agg(weighed), '[]') FROM weighed) AS "contraindications",
      (SELECT COALESCE(jsonb_object_agg("kind", "number"), '{}') FROM force) AS "tables",
      (SELECT COALESCE(jsonb_agg(named), '[]') FROM named) AS "diagnoses"`;
  return row;
}

/** What of it the checks compare with, and whether there is a table of each kind (R21). */
export const comparable = ({ interactions, contraindications, tables }: Knowledge) => ({
  ...{ interactions, contraindications },
  hasKnowledge: tables.interactions !== undefined && tables.contraindications !== undefined,
});
