import { expect, test } from "vitest";
import { z } from "zod";
import { addressFields, addressText, maskMobile, mobile, readAddress } from "./address";

test.each([
  ["13812345678", "13812345678"],
  [" 138 1234 5678 ", "13812345678"],
  ["+86 138-1234-5678", "13812345678"],
  ["008619912345678", "19912345678"],
  ["１３８１２３４５６７８", "13812345678"],
])("the mobile number %s is taken as %s", (written, number) => {
  expect(mobile.parse(written)).toBe(number);
});

test.each(["", "12812345678", "1381234567", "138123456789", "+1 415 555 0100", "02300000000", "1381234567a"])(
  "%s is no Chinese mobile number",
  (written) => {
    expect(mobile.safeParse(written).error?.issues[0]?.message).toBe("mobile_invalid");
  },
);

const Form = z.strictObject(addressFields);
const whole = { recipient: "李敏", phone: "13812345678", areaCode: "500112", detail: "示例区示范大道 8 号 2-301" };

test("a whole address is taken", () => {
  expect(Form.parse({ ...whole, detail: "  示例区   示范大道 8 号 " })).toEqual({
    ...whole,
    detail: "示例区 示范大道 8 号",
  });
});

test.each([
  ["a recipient of one character", { recipient: "李" }, "recipient_missing"],
  ["an address of four characters", { detail: "示例小区" }, "address_too_short"],
  ["an address of 121 characters", { detail: "路".repeat(121) }, "address_too_long"],
  ["an address with hidden characters", { detail: "示例区示范大道\u202e8 号" }, "bad_characters"],
  ["no area", { areaCode: "" }, "area_missing"],
  ["an area that is a name", { areaCode: "Hawaii" }, "area_missing"],
  ["a province without its district", { areaCode: "500000" }, "area_missing"],
  ["a district that there is not", { areaCode: "500999" }, "area_missing"],
])("%s is refused", (_, change, code) => {
  expect(Form.safeParse({ ...whole, ...change }).error?.issues.map(({ message }) => message)).toEqual([code]);
});

test("what is sealed with an order reads back, and holds no more than the parcel needs", () => {
  const text = addressText(whole);
  expect(readAddress(text)).toEqual({ recipient: "李敏", phone: "13812345678", detail: whole.detail });
  expect(text).not.toContain("500112");
});

test("a phone number is shown with its middle hidden", () => {
  expect(maskMobile("13812345678")).toBe("138****5678");
});
