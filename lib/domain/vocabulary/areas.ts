import { areaList } from "@vant/area-data";

// On the server alone: the table is far too large for a browser.

export interface Area {
  /** Six digits by GB/T 2260: a province ends in 0000, a city in 00. */
  readonly code: string;
  readonly name: string;
}

const { province_list: provinces, city_list: cities, county_list: districts } = areaList;

const listed = (list: Readonly<Record<string, string>>, prefix: string): Area[] =>
  Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;
export const cityOf = (code: string): string => `${code.slice(0, 4)}00`;

export const citiesOf = (code: string): Area[] => listed(cities, code.slice(0, 2));
export const districtsOf = (code: string): Area[] => listed(districts, code.slice(0, 4));

/** Whether a parcel can be addressed there: a district, a county, or a town of a city without districts. */
export const isDistrict = (code: string): boolean => Object.hasOwn(districts, code);

/** "重庆市" for 500000, 500100 and 500112; "" for a code that there is not. */
const nameOf = (list: Readonly<Record<string, string>>, code: string) => list[code] ?? "";

/** Groupings of the table that no address bears. */
const grouping = new Set(["市辖区", "县", "省直辖县", "自治区直辖县级行政区划", "省直辖县级行政区划"]);

/** An area as an address begins with it: "重庆市渝北区", "广东省深圳市南山区". Empty for a code that there is not. */
export function areaText(code: string): string {
  const [province, city, district] = [
    nameOf(provinces, provinceOf(code)),
    nameOf(cities, cityOf(code)),
    nameOf(districts, code),
  ];
  if (!province) return "";
  const middle = city === province || grouping.has(city) ? "" : city;
  return `${province}${middle}${district}`;
}

/** Every district with the names that an address may write before the street. */
const readable = Object.entries(districts).map(([code, district]) => ({
  code,
  district,
  city: nameOf(cities, cityOf(code)),
  province: nameOf(provinces, provinceOf(code)),
}));

/** A name without the ending that people leave out: 重庆, 内蒙古, 深圳. */
const short = (name: string) => name.replace(/(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/, "");

/** Takes a name, or its short form, off the beginning of a text; null where the text does not begin with it. */
function without(text: string, name: string): string | null {
  if (text.startsWith(name)) return text.slice(name.length);
  const stem = short(name);
  return stem.length > 1 && text.startsWith(stem) ? text.slice(stem.length) : null;
}

/**
 * Finds the area that an address begins with, and what follows it. The province or the city must be named beside the district;
 * null where the text names none.
 */
export function readArea(text: string): { readonly areaCode: string; readonly rest: string } | null {
  const joined = text.replace(/[\s,，/、-]+/g, "");
  let best: { areaCode: string; rest: string; score: number } | null = null;
  for (const { code, district, city, province } of readable) {
    const afterProvince = without(joined, province);
    const afterCity = grouping.has(city) ? afterProvince : without(afterProvince ?? joined, city);
    // "重庆市渝北区": province and city bear one name.
    const base = afterCity ?? (city === province || grouping.has(city) ? afterProvince : null);
    if (base === null || base === undefined || !base.startsWith(district)) continue;
    const score = (afterProvince === null ? 0 : 1) + (afterCity === null ? 0 : 1) + district.length;
    if (!best || score > best.score) best = { areaCode: code, rest: base.slice(district.length), score };
  }
  return best && { areaCode: best.areaCode, rest: best.rest };
}
