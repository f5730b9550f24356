import "server-only";
import { Prisma } from "../client";

/** The label's dose ranges of the medicine whose id stands in a column, as a JSON array (`DoseRange[]`), for a SELECT list. */
export const doseRangesOf = (medicineId: "Medicine" | "m"): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(jsonb_agg(r), '[]') FROM (SELECT "population", "minAgeMonths", "maxAgeMonths", "isPerKg", "minSingle", "maxSingle",
    "maxDaily" FROM "DoseRange" WHERE "medicineId" = ${Prisma.raw(`"${medicineId}"`)}."id") r)`;
