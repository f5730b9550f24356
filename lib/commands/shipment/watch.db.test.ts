import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { type Person, systemActor } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { ShipOrder } from "@/lib/domain/dispensing-input";
import { expectedDay } from "@/lib/domain/shipment";
import { subscribeShipment } from "@/lib/flows/shipment/subscribe";
import { reconcile } from "@/lib/jobs/reconcile";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, paid, parcel } from "@/lib/testing/order";
import { carrierStandIn } from "@/lib/testing/outside";
import { shipOrder } from "../order/ship";
import { signForOrder } from "../order/sign";
import { reportShipment } from "./report";

let platform: Awaited<ReturnType<typeof carrierStandIn>>;
let pharmacist: Person;
let head: Person;
beforeAll(async () => {
  platform = await carrierStandIn(async () => new Response("down", { status: 503 }));
  pharmacist = await person("pharmacist");
  head = await person("head_pharmacist");
});

const rowOf = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: { shipments: { orderBy: { id: "asc" } }, payments: true, events: true },
  });
const kinds = async (accountId: string, kind: string) => db().notice.count({ where: { accountId, kind } });
const report = (trackingNumber: string, status: "in_transit" | "signed" | "returned", at = NOON) =>
  transact({ actor: systemActor("carrier"), now: at }, reportShipment, {
    ...{ carrierCode: "shunfeng", trackingNumber, status, lines: [{ at, text: status, status }] },
  });
const shipped = () => order({ status: "shipped" });

test("R23: an order goes in several parcels: each has its day, and it is signed for when all are there", async () => {
  const made = await order({ status: "sealed" });
  const trackingNumbers = ["SF1300000000001", "SF1300000000002"];
  await transact({ actor: pharmacist, now: NOON }, shipOrder, { orderId: made.orderId, trackingNumbers });
  const { shipments } = await rowOf(made);
  expect(shipments.map(({ trackingNumber }) => trackingNumber)).toEqual(trackingNumbers);
  expect(shipments.every(({ expectedOn }) => expectedOn && expectedOn > NOON)).toBe(true);
  const sign = () => transact({ actor: made.patient, now: NOON }, signForOrder, { orderId: made.orderId });
  await report("SF1300000000001", "signed");
  await expect(sign()).rejects.toMatchObject({ code: "parcel_on_its_way", rule: "R26" });
  await report("SF1300000000002", "signed");
  await sign();
  expect((await rowOf(made)).status).toBe("delivered");
});

test("one parcel of two that comes back leaves the order on its way; with the second it is back, to be looked at", async () => {
  const made = await shipped();
  const [one, two] = [await parcel(made), await parcel(made)];
  await report(one.trackingNumber, "returned");
  expect((await rowOf(made)).status).toBe("shipped");
  await report(two.trackingNumber, "returned");
  expect((await rowOf(made)).status).toBe("returned");
});

test.each([
  ["", false],
  ["SF1300000000001", true],
  ["SF1300000000001\nSF1300000000002", true],
  [" sf130 0000000001，SF1300000000001 ", true],
  ["a\nb\nc\nd\ne\nf", false],
  ["x".repeat(41), false],
])("tracking numbers as typed: %j", (trackingNumbers, isTaken) => {
  const orderId = "01a209de-4b3f-712d-9d0f-2ce2138f01fa";
  expect(ShipOrder.safeParse({ orderId, trackingNumbers }).success).toBe(isTaken);
});

test.each([
  ["at noon, two days", "2026-11-23T04:00:00Z", "2026-11-25"],
  ["after the courier has been", "2026-11-23T10:00:00Z", "2026-11-26"],
  ["just after midnight of the next day", "2026-11-23T16:05:00Z", "2026-11-26"],
])("a parcel handed over %s", (_, at, day) => {
  expect(expectedDay(new Date(at), { maxDays: 2, cutoffMinute: 1080 })).toEqual(new Date(`${day}T00:00:00Z`));
});

test("two days of silence are told to the patient and the head pharmacist, once; news ends the silence", async () => {
  const made = await shipped();
  const { trackingNumber } = await parcel(made);
  const later = addMinutes(NOON, 48 * 60 + 1);
  await sweepDeadlines(later);
  await sweepDeadlines(later);
  expect(await kinds(made.patient.accountId, "parcel_stale")).toBe(1);
  expect(await kinds(head.accountId, "parcel_stale_staff")).toBe(1);
  await report(trackingNumber, "in_transit", later);
  expect((await rowOf(made)).shipments).toMatchObject([{ staleToldAt: null }]);
  await sweepDeadlines(addDays(later, 3));
  expect(await kinds(made.patient.accountId, "parcel_stale")).toBe(2);
});

test("a fortnight of silence is a lost parcel: everything goes back by itself", async () => {
  const made = await shipped();
  await paid(made, "medicine", 1000);
  await paid(made, "delivery", 1300);
  await parcel(made, "in_transit");
  await sweepDeadlines(addDays(NOON, 14));
  expect((await rowOf(made)).status).toBe("shipped");
  await sweepDeadlines(addDays(NOON, 16));
  const { status, payments } = await rowOf(made);
  expect(status).toBe("lost");
  expect(payments.every(({ amountFen, refundedFen }) => amountFen === refundedFen)).toBe(true);
  expect(await kinds(made.patient.accountId, "order_lost")).toBe(1);
});

test("a week after the carrier handed it over the order is complete, signed for or not", async () => {
  const made = await shipped();
  const { trackingNumber } = await parcel(made, "in_transit");
  await report(trackingNumber, "signed");
  await sweepDeadlines(addDays(NOON, 6));
  expect((await rowOf(made)).status).toBe("shipped");
  await sweepDeadlines(addDays(NOON, 7));
  const row = await rowOf(made);
  expect(row).toMatchObject({ status: "delivered" });
  expect(row.events.find(({ event }) => event === "sign")).toMatchObject({ actorId: null, reason: "by_itself" });
});

test("a parcel whose pushes never arrive is asked after, at most twice a day", async () => {
  const made = await shipped();
  const { id, trackingNumber } = await parcel(made);
  const now = new Date();
  await db().shipment.update({ where: { id }, data: { createdAt: addDays(now, -1) } });
  await subscribeShipment(now, id);
  await platform.advance(trackingNumber, "1");
  expect((await rowOf(made)).shipments).toMatchObject([{ status: "created", polledAt: null }]);
  await reconcile(now);
  expect((await rowOf(made)).shipments).toMatchObject([{ status: "collected", polledAt: now }]);
  await db().shipment.update({ where: { id }, data: { lastEventAt: addDays(now, -1) } });
  await platform.advance(trackingNumber, "0");
  await reconcile(addMinutes(now, 60));
  expect((await rowOf(made)).shipments).toMatchObject([{ status: "collected" }]);
  await reconcile(addMinutes(now, 13 * 60));
  expect((await rowOf(made)).shipments).toMatchObject([{ status: "in_transit" }]);
});
