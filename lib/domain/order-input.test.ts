import { expect, test } from "vitest";
import { PlaceOrder } from "./order-input";

const prescriptionId = "0199c0de-0000-7000-8000-000000000001";
const express = {
  ...{ fulfilment: "express", prescriptionId, carrierCode: "shunfeng", deliveryPayment: "online" },
  ...{ recipient: "李敏", phone: "13812345678", areaCode: "500112", detail: "示例区示范大道 8 号" },
};

test("R23: express names its carrier, how the delivery is paid, and an address", () => {
  expect(PlaceOrder.safeParse(express).success).toBe(true);
  const { carrierCode, deliveryPayment, detail, ...rest } = express;
  expect(PlaceOrder.safeParse(rest).error?.issues.map(({ message }) => message)).toEqual([
    "carrier_missing",
    "choose_one",
    "address_too_short",
  ]);
});

test("pickup needs nothing but the prescription", () => {
  expect(PlaceOrder.safeParse({ fulfilment: "pickup", prescriptionId }).success).toBe(true);
});

test.each(["medicineFen", "deliveryFen", "accountId", "status", "dueAt"])("a browser does not say the %s", (field) => {
  expect(PlaceOrder.safeParse({ ...express, [field]: 1 }).success).toBe(false);
});
