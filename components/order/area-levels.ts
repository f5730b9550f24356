import { getLocale, getTranslations } from "next-intl/server";
import { citiesOf, cityOf, districtsOf, isDistrict, provinceOf } from "@/lib/domain/vocabulary/areas";
import { pick } from "@/lib/i18n/locale";
import type { AreaLevel } from "./area-form";

interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Six digits out of a page's address; empty for anything else. */
export const askedArea = (value: string | string[] | undefined): string =>
  (typeof value === "string" ? /^\d{6}$/.exec(value)?.[0] : undefined) ?? "";

/** The lists of an `AreaForm` for the area that was chosen so far: provinces, its cities, their districts. A province with one city begins there. */
export async function areaLevels(provinces: readonly Named[], area: string): Promise<AreaLevel[]> {
  const [t, locale] = await Promise.all([getTranslations("orders.choice"), getLocale()]);
  const province = provinces.find(({ code }) => code === provinceOf(area))?.code ?? "";
  const cities = province ? citiesOf(province) : [];
  const only = cities.length === 1 ? cities[0]?.code : undefined;
  const city = cities.find(({ code }) => code === cityOf(area))?.code ?? only ?? "";
  const level = (label: string, none: string, chosen: string, options: AreaLevel["options"]): AreaLevel => ({
    ...{ label, none, chosen, options },
  });
  return [
    level(
      t("province"),
      t("provinceNone"),
      province,
      provinces.map(({ code, nameZh, nameEn }) => ({ code, name: pick(locale, nameZh, nameEn) })),
    ),
    ...(province ? [level(t("city"), t("cityNone"), city, cities)] : []),
    ...(city ? [level(t("district"), t("districtNone"), isDistrict(area) ? area : "", districtsOf(city))] : []),
  ];
}
