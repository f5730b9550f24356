import type { CarrierCode } from "./carriers";
import type { ProvinceCode } from "./provinces";
import type { CarrierRate } from "./types";

type Zone = "local" | "near" | "middle" | "far" | "remote";
type Terms = { priceFen: number; minDays: number; maxDays: number };

/** Each further kilogram, in fen. */
const extraKilo: Record<Zone, number> = { local: 200, near: 300, middle: 500, far: 700, remote: 1000 };

/** How far a province lies from Chongqing, as carriers see it. */
const zoneOf: Record<ProvinceCode, Zone> = {
  "110000": "middle",
  "120000": "middle",
  "130000": "middle",
  "140000": "middle",
  "150000": "far",
  "210000": "far",
  "220000": "far",
  "230000": "far",
  "310000": "middle",
  "320000": "middle",
  "330000": "middle",
  "340000": "middle",
  "350000": "middle",
  "360000": "middle",
  "370000": "middle",
  "410000": "middle",
  "420000": "near",
  "430000": "near",
  "440000": "middle",
  "450000": "middle",
  "460000": "far",
  "500000": "local",
  "510000": "near",
  "520000": "near",
  "530000": "near",
  "540000": "remote",
  "610000": "near",
  "620000": "far",
  "630000": "far",
  "640000": "far",
  "650000": "remote",
};

const terms: Record<CarrierCode, Record<Zone, Terms>> = {
  shunfeng: {
    local: { priceFen: 1300, minDays: 1, maxDays: 1 },
    near: { priceFen: 1800, minDays: 1, maxDays: 2 },
    middle: { priceFen: 2200, minDays: 2, maxDays: 3 },
    far: { priceFen: 2500, minDays: 2, maxDays: 4 },
    remote: { priceFen: 3200, minDays: 3, maxDays: 5 },
  },
  ems: {
    local: { priceFen: 1000, minDays: 1, maxDays: 2 },
    near: { priceFen: 1400, minDays: 2, maxDays: 3 },
    middle: { priceFen: 1800, minDays: 3, maxDays: 4 },
    far: { priceFen: 2000, minDays: 3, maxDays: 5 },
    remote: { priceFen: 2600, minDays: 5, maxDays: 8 },
  },
  jd: {
    local: { priceFen: 1100, minDays: 1, maxDays: 1 },
    near: { priceFen: 1500, minDays: 1, maxDays: 2 },
    middle: { priceFen: 1900, minDays: 2, maxDays: 3 },
    far: { priceFen: 2200, minDays: 3, maxDays: 4 },
    remote: { priceFen: 2900, minDays: 4, maxDays: 7 },
  },
  zhongtong: {
    local: { priceFen: 800, minDays: 1, maxDays: 2 },
    near: { priceFen: 1000, minDays: 2, maxDays: 3 },
    middle: { priceFen: 1200, minDays: 2, maxDays: 4 },
    far: { priceFen: 1500, minDays: 3, maxDays: 5 },
    remote: { priceFen: 2200, minDays: 5, maxDays: 8 },
  },
  yuantong: {
    local: { priceFen: 800, minDays: 1, maxDays: 2 },
    near: { priceFen: 1000, minDays: 2, maxDays: 3 },
    middle: { priceFen: 1200, minDays: 3, maxDays: 4 },
    far: { priceFen: 1400, minDays: 3, maxDays: 6 },
    remote: { priceFen: 2200, minDays: 5, maxDays: 9 },
  },
};

/** Every carrier to every province. */
export const carrierRates: readonly CarrierRate[] = entries(terms).flatMap(([carrier, byZone]) =>
  entries(zoneOf).map(([province, zone]) => ({ carrier, province, ...byZone[zone], extraKiloFen: extraKilo[zone] })),
);

/** Where a carrier asks for more (fen), or does not go (null): districts, cities and provinces by their codes. */
export const remoteAreas: readonly { carrier: CarrierCode; areaCode: string; extraFen: number | null }[] = [
  ...(["shunfeng", "ems", "jd"] as const).flatMap((carrier) =>
    ["542500", "460300", "652900", "653200"].map((areaCode) => ({ carrier, areaCode, extraFen: 1500 })),
  ),
  ...(["zhongtong", "yuantong"] as const).flatMap((carrier) =>
    ["542500", "460300"].map((areaCode) => ({ carrier, areaCode, extraFen: null })),
  ),
  { carrier: "zhongtong", areaCode: "500229", extraFen: 500 },
];

function entries<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
