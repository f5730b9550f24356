import { expect, test } from "vitest";
import { placeOrder } from "@/lib/commands/order/place";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { savedAddresses } from "@/lib/queries/patient/addresses";
import { deliveryChoice } from "@/lib/queries/patient/delivery-choice";
import { NOON, person } from "@/lib/testing/consultation";
import { express, medicine, type Prescribed, prescription } from "@/lib/testing/order";
import { removeAddress } from "./remove";
import { setDefaultAddress } from "./set-default";

const place = (made: Prescribed, change: Parameters<typeof express>[1] = {}) =>
  transact({ actor: made.patient, now: NOON }, placeOrder, express(made.prescriptionId, { keep: true, ...change }));
const heavy = async (packGrams: number, packs: number) => {
  const id = await medicine({ batches: [[300, 50]] });
  await db().medicine.update({ where: { id }, data: { packGrams } });
  return prescription({ packs: { [id]: packs } });
};

test("an address is kept with the order, sealed, and once", async () => {
  const made = await prescription();
  await place(made);
  expect(await savedAddresses(made.patient)).toMatchObject([
    { recipient: "李敏", phone: "13812345678", areaCode: "500112", area: "重庆市渝北区", isDefault: true },
  ]);
  const [row] = await db().savedAddress.findMany({ where: { accountId: made.patient.accountId } });
  expect(row?.addressSealed).not.toMatch(/李敏|13812345678/);
  await db().order.updateMany({ where: { prescriptionId: made.prescriptionId }, data: { status: "lapsed" } });
  await place(made);
  expect(await savedAddresses(made.patient)).toHaveLength(1);
});

test("another becomes the default, one goes away; nobody else's", async () => {
  const made = await prescription();
  const { patient } = made;
  await place(made);
  await db().order.updateMany({ where: { prescriptionId: made.prescriptionId }, data: { status: "lapsed" } });
  await place(made, { areaCode: "510104", detail: "示例街 9 号 1-1" });
  const [first, second] = await savedAddresses(patient);
  const run = { actor: patient, now: NOON };
  await transact(run, setDefaultAddress, { addressId: second?.id ?? "" });
  expect((await savedAddresses(patient)).map(({ areaCode, isDefault }) => [areaCode, isDefault])).toEqual([
    ["510104", true],
    ["500112", false],
  ]);
  const foreign = { actor: await person("patient"), now: NOON };
  const mine = { addressId: first?.id ?? "" };
  await expect(transact(foreign, setDefaultAddress, mine)).rejects.toMatchObject({ code: "not_found" });
  await expect(transact(foreign, removeAddress, mine)).rejects.toMatchObject({ code: "not_found" });
  await transact(run, removeAddress, mine);
  expect(await savedAddresses(patient)).toHaveLength(1);
});

test("ten addresses are kept, not eleven; the order without keeping it is placed", async () => {
  const made = await prescription();
  await place(made);
  const [row] = await db().savedAddress.findMany({ where: { accountId: made.patient.accountId } });
  if (!row) throw new Error("no address was kept");
  const { id: _, isDefault: __, ...same } = row;
  await db().savedAddress.createMany({ data: Array.from({ length: 9 }, () => same) });
  await db().order.updateMany({ where: { prescriptionId: made.prescriptionId }, data: { status: "lapsed" } });
  const elsewhere = { areaCode: "510104", detail: "示例街 9 号 1-1" };
  await expect(place(made, elsewhere)).rejects.toMatchObject({ code: "too_many_addresses" });
  await place(made, { ...elsewhere, keep: false });
});

test.each([
  [100, 1, 1300],
  [850, 1, 1300],
  [851, 1, 1500],
  [100, 20, 1700],
])("R23: a pack of %s g, %s of them, goes within the city for %s fen", async (grams, packs, fen) => {
  const made = await heavy(grams, packs);
  const { id } = await place(made);
  expect(await db().order.findUnique({ where: { id } })).toMatchObject({ deliveryFen: fen });
  const { offers } = await deliveryChoice(made.patient, NOON, made.prescriptionId, "500112");
  expect(offers.find(({ code }) => code === "shunfeng")?.rate.priceFen).toBe(fen);
});

test("a remote area costs more, or is not driven to; the nearest word counts, and it is said before anything is paid", async () => {
  const made = await prescription();
  const ngari = await deliveryChoice(made.patient, NOON, made.prescriptionId, "542523");
  expect(ngari.notThere.map(({ code }) => code).toSorted()).toEqual(["yuantong", "zhongtong"]);
  const lhasa = await deliveryChoice(made.patient, NOON, made.prescriptionId, "540102");
  const price = (choice: typeof ngari) => choice.offers.find(({ code }) => code === "shunfeng")?.rate.priceFen ?? 0;
  expect(price(ngari) - price(lhasa)).toBe(1500);
  await expect(place(made, { areaCode: "542523", carrierCode: "zhongtong" })).rejects.toMatchObject({
    ...{ code: "carrier_unavailable", rule: "R23" },
  });
});
