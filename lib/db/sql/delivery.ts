import "server-only";
import type { Rate } from "@/lib/domain/delivery";
import { db } from "../client";

interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A carrier with what it asks for the way to one province. */
export interface ProvinceCarrier extends Named {
  readonly hasColdChain: boolean;
  readonly cashOnArrival: boolean;
  readonly rate: Rate;
}

export interface WaysToDeliver {
  readonly provinces: readonly Named[];
  /** Those that drive to the province asked for; none where none was asked for. */
  readonly carriers: readonly ProvinceCarrier[];
}

/** The provinces, and the carriers that drive to one of them, in one statement. */
export async function waysToDeliver(provinceCode: string | null): Promise<WaysToDeliver> {
  const [ways] = await db().$queryRaw<WaysToDeliver[]>`
    SELECT
      (SELECT COALESCE(jsonb_agg(to_jsonb(p) ORDER BY p."code"), '[]') FROM "Province" p) AS "provinces",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', c."code", 'nameZh', c."nameZh", 'nameEn', c."nameEn",
          'hasColdChain', c."hasColdChain", 'cashOnArrival', c."cashOnArrival",
          'rate', jsonb_build_object('priceFen', r."priceFen", 'minDays', r."minDays", 'maxDays', r."maxDays"))), '[]')
        FROM "Carrier" c JOIN "CarrierRate" r ON r."carrierCode" = c."code"
        WHERE c."isActive" AND r."provinceCode" = ${provinceCode}) AS "carriers"`;
  return ways ?? { provinces: [], carriers: [] };
}

/** A province's name and the days that a carrier promises for the way there; null where there is no such way. */
export async function wayOf(
  carrierCode: string,
  provinceCode: string,
): Promise<(Pick<Named, "nameZh" | "nameEn"> & Pick<Rate, "minDays" | "maxDays">) | null> {
  const [way] = await db().$queryRaw<(Pick<Named, "nameZh" | "nameEn"> & Pick<Rate, "minDays" | "maxDays">)[]>`
    SELECT p."nameZh", p."nameEn", r."minDays", r."maxDays" FROM "Province" p
    JOIN "CarrierRate" r ON r."provinceCode" = p."code"
    WHERE p."code" = ${provinceCode} AND r."carrierCode" = ${carrierCode}`;
  return way ?? null;
}
