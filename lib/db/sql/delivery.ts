import "server-only";
import type { Rate, RateTable } from "@/lib/domain/delivery";
import { cityOf, provinceOf } from "@/lib/domain/vocabulary/areas";
import { db } from "../client";

interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A carrier with its table for one area. */
export interface AreaCarrier extends Named {
  readonly hasColdChain: boolean;
  readonly cashOnArrival: boolean;
  readonly cutoffMinute: number;
  readonly table: RateTable & { readonly minDays: number; readonly maxDays: number };
}

export interface WaysToDeliver {
  readonly provinces: readonly Named[];
  /** Those that drive to the area's province; none where no area was asked for. */
  readonly carriers: readonly AreaCarrier[];
}

/** The provinces, and the carriers that drive to an area with what they ask, in one statement. The nearest word on remoteness counts. */
export async function waysToDeliver(areaCode: string | null): Promise<WaysToDeliver> {
  const within = areaCode ? [areaCode, cityOf(areaCode), provinceOf(areaCode)] : [];
  const [ways] = await db().$queryRaw<WaysToDeliver[]>`
    SELECT
      (SELECT COALESCE(jsonb_agg(to_jsonb(p) ORDER BY p."code"), '[]') FROM "Province" p) AS "provinces",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', c."code", 'nameZh', c."nameZh", 'nameEn', c."nameEn",
          'hasColdChain', c."hasColdChain", 'cashOnArrival', c."cashOnArrival", 'cutoffMinute', c."cutoffMinute",
          'table', jsonb_build_object('priceFen', r."priceFen", 'extraKiloFen', r."extraKiloFen", 'minDays', r."minDays",
            'maxDays', r."maxDays", 'remoteFen', CASE WHEN m."areaCode" IS NULL THEN 0 ELSE m."extraFen" END))), '[]')
        FROM "Carrier" c JOIN "CarrierRate" r ON r."carrierCode" = c."code"
        LEFT JOIN LATERAL (SELECT "areaCode", "extraFen" FROM "RemoteArea" WHERE "carrierCode" = c."code"
          AND "areaCode" = ANY(${within}::text[]) ORDER BY "areaCode" DESC LIMIT 1) m ON TRUE
        WHERE c."isActive" AND r."provinceCode" = ${areaCode ? provinceOf(areaCode) : null}) AS "carriers"`;
  return ways ?? { provinces: [], carriers: [] };
}

/** The days that a carrier promises for the way to a province; null where there is no such way. */
export async function wayOf(
  carrierCode: string,
  provinceCode: string,
): Promise<(Named & Pick<Rate, "minDays" | "maxDays">) | null> {
  const [way] = await db().$queryRaw<(Named & Pick<Rate, "minDays" | "maxDays">)[]>`
    SELECT p."code", p."nameZh", p."nameEn", r."minDays", r."maxDays" FROM "Province" p
    JOIN "CarrierRate" r ON r."provinceCode" = p."code"
    WHERE p."code" = ${provinceCode} AND r."carrierCode" = ${carrierCode}`;
  return way ?? null;
}
