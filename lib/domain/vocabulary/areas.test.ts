import { expect, test } from "vitest";
import { provinces } from "@/prisma/seed/data/provinces";
import { areaText, citiesOf, districtsOf, isDistrict, readArea } from "./areas";

test.each([
  ["500112", "重庆市渝北区"],
  ["110101", "北京市东城区"],
  ["440305", "广东省深圳市南山区"],
  ["469001", "海南省五指山市"],
  ["999999", ""],
])("%s is written %s", (code, text) => expect(areaText(code)).toBe(text));

test.each([
  ["重庆市渝北区示范大道120号", "500112", "示范大道120号"],
  ["重庆 渝北区 示范大道 120 号", "500112", "示范大道120号"],
  ["重庆市重庆市渝北区示范大道120号", "500112", "示范大道120号"],
  ["广东省深圳市南山区科技园1栋", "440305", "科技园1栋"],
  ["深圳市南山区科技园1栋", "440305", "科技园1栋"],
  ["广东深圳南山区科技园1栋", "440305", "科技园1栋"],
  ["北京市朝阳区示范路1号", "110105", "示范路1号"],
  ["辽宁省朝阳市双塔区示范路1号", "211302", "示范路1号"],
])("%s is in %s", (text, areaCode, rest) => expect(readArea(text)).toEqual({ areaCode, rest }));

test.each(["", "示范大道120号", "南山区科技园1栋", "1600 Pennsylvania Avenue, Washington", "東京都千代田区1-1"])(
  "%j names no area that can be found",
  (text) => expect(readArea(text)).toBeNull(),
);

test("each province that carriers drive to has cities, and each of them districts", () => {
  for (const { code } of provinces) {
    const cities = citiesOf(code);
    expect(cities.length).toBeGreaterThan(0);
    for (const city of cities) {
      const districts = districtsOf(city.code);
      expect(districts.length, city.name).toBeGreaterThan(0);
      expect(districts.every((district) => isDistrict(district.code))).toBe(true);
    }
  }
});
