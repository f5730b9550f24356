import "server-only";
import { dateColumn } from "@/lib/domain/calendar";
import type { ConfigKindId, ConfigRow } from "@/lib/domain/config";
import { quickPhrases } from "@/lib/domain/vocabulary/quick-phrases";
import type { Tx } from "./client";

interface ConfigTable<Kind extends ConfigKindId> {
  /** What the tables say now, in the order of its keys. */
  read(tx: Pick<Tx, "holiday" | "carrierRate" | "remoteArea" | "quickPhrase">): Promise<ConfigRow<Kind>[]>;
  /** Makes the tables what `rows` say. */
  write(tx: Tx, rows: readonly ConfigRow<Kind>[]): Promise<void>;
}

const holidays: ConfigTable<"holidays"> = {
  read: async (tx) =>
    (await tx.holiday.findMany({ orderBy: { day: "asc" } })).map(({ day, nameZh, nameEn }) => ({
      ...{ day: day.toISOString().slice(0, 10), nameZh, nameEn },
    })),
  write: async (tx, rows) => {
    await tx.holiday.deleteMany();
    await tx.holiday.createMany({ data: rows.map(({ day, ...names }) => ({ day: dateColumn(day), ...names })) });
  },
};

const rates: ConfigTable<"rates"> = {
  read: async (tx) =>
    (await tx.carrierRate.findMany({ orderBy: [{ carrierCode: "asc" }, { provinceCode: "asc" }] })).map((rate) => ({
      ...{ carrier: rate.carrierCode, province: rate.provinceCode, price: rate.priceFen, extraKilo: rate.extraKiloFen },
      ...{ minDays: rate.minDays, maxDays: rate.maxDays },
    })),
  write: async (tx, rows) => {
    await tx.carrierRate.deleteMany();
    await tx.carrierRate.createMany({
      data: rows.map(({ carrier, province, price, extraKilo, minDays, maxDays }) => ({
        ...{ carrierCode: carrier, provinceCode: province, priceFen: price, extraKiloFen: extraKilo, minDays, maxDays },
      })),
    });
  },
};

const remote: ConfigTable<"remote"> = {
  read: async (tx) =>
    (await tx.remoteArea.findMany({ orderBy: [{ carrierCode: "asc" }, { areaCode: "asc" }] })).map((place) => ({
      ...{ carrier: place.carrierCode, area: place.areaCode, extra: place.extraFen },
    })),
  write: async (tx, rows) => {
    await tx.remoteArea.deleteMany();
    await tx.remoteArea.createMany({
      data: rows.map(({ carrier, area, extra }) => ({ carrierCode: carrier, areaCode: area, extraFen: extra })),
    });
  },
};

const phrases: ConfigTable<"phrases"> = {
  read: async (tx) => {
    const rows = await tx.quickPhrase.findMany({ orderBy: { position: "asc" } });
    return (rows.length > 0 ? rows : quickPhrases).map(({ zh, en }) => ({ zh, en }));
  },
  write: async (tx, rows) => {
    await tx.quickPhrase.deleteMany();
    await tx.quickPhrase.createMany({ data: rows.map((phrase, position) => ({ position, ...phrase })) });
  },
};

/** Where each kind of configuration lives, and is read from by everything else. */
export const configTables: { readonly [Kind in ConfigKindId]: ConfigTable<Kind> } = {
  holidays,
  rates,
  remote,
  phrases,
};

/** The same for a kind that is known at run time only; rows that were stored are rows of their kind. */
export const tableOf = (kind: ConfigKindId): ConfigTable<ConfigKindId> =>
  configTables[kind] as unknown as ConfigTable<ConfigKindId>;
