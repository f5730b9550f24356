import fc from "fast-check";
import { expect, test } from "vitest";
import { readPastedAddress } from "./pasted-address";

const whole = { recipient: "李样例", phone: "13812345678", areaCode: "500112", detail: "示范大道120号2栋301" };

test.each([
  "李样例 13812345678 重庆市渝北区示范大道120号2栋301",
  "重庆市渝北区示范大道120号2栋301 李样例 13812345678",
  "李样例，13812345678，重庆市渝北区示范大道120号2栋301",
  "收货人：李样例\n手机号码：138 1234 5678\n所在地区：重庆市 渝北区\n详细地址：示范大道120号2栋301",
  "李样例 +86 138-1234-5678 重庆 渝北区 示范大道120号2栋301",
  "重庆市 重庆市 渝北区 示范大道120号2栋301，李样例，１３８１２３４５６７８",
])("%j is read whole", (text) => expect(readPastedAddress(text)).toEqual(whole));

test.each([
  ["深圳市南山区科技园1栋", { areaCode: "440305", detail: "科技园1栋" }],
  ["张三丰 13900000000", { recipient: "张三丰", phone: "13900000000" }],
  ["示范大道120号", { detail: "示范大道120号" }],
  ["广东省 深圳市 南山区 科技园1栋 欧阳样例", { recipient: "欧阳样例", areaCode: "440305", detail: "科技园1栋" }],
  ["John Sample 13912345678 北京市朝阳区示范路1号", { phone: "13912345678", areaCode: "110105" }],
  ["", {}],
])("of %j what is there is found", (text, found) => expect(readPastedAddress(text)).toMatchObject(found));

test("an address in another country names no area", () => {
  const read = readPastedAddress("John Sample, 1600 Pennsylvania Avenue NW, Washington, DC 20500, +1 202 456 1111");
  expect(read).not.toHaveProperty("areaCode");
  expect(read).not.toHaveProperty("phone");
});

test("any text is read without a fault", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => typeof readPastedAddress(text) === "object"));
});
