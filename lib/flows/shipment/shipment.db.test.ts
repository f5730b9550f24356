import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/carrier/route";
import { reportShipment } from "@/lib/commands/shipment/report";
import { db } from "@/lib/db/client";
import { type Run, transact } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import { NOON } from "@/lib/testing/consultation";
import { type Ordered, order, parcel } from "@/lib/testing/order";
import { carrierStandIn } from "@/lib/testing/outside";
import { subscribeShipment } from "./subscribe";

// There is no request here after which the framework could deliver anything.
vi.mock("@/lib/web/edge", () => ({ edgeRun: (actor: Actor, now: Date): Run => ({ actor, now }) }));

const receive = (body: string) => POST(new Request("http://localhost/api/webhooks/carrier", { method: "POST", body }));

let platform: Awaited<ReturnType<typeof carrierStandIn>>;
beforeAll(async () => {
  platform = await carrierStandIn(receive);
});

interface OnItsWay extends Ordered {
  readonly id: string;
  readonly trackingNumber: string;
}

async function shipped(): Promise<OnItsWay> {
  const made = await order({ status: "shipped" });
  return { ...made, ...(await parcel(made)) };
}

async function followed(): Promise<OnItsWay> {
  const made = await shipped();
  expect(await subscribeShipment(NOON, made.id)).toBe("subscribed");
  return made;
}

const rowOf = ({ id }: OnItsWay) =>
  db().shipment.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { at: "asc" } }, order: { select: { status: true } } },
  });
const noticesOf = async ({ patient }: OnItsWay) =>
  (await db().notice.findMany({ where: { accountId: patient.accountId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

test("a parcel is followed once, and the platform is told the end of the phone number at most", async () => {
  const made = await followed();
  expect(await rowOf(made)).toMatchObject({ subscribedAt: NOON, status: "created" });
  const known = await platform.parcel(made.trackingNumber);
  expect(known).toMatchObject({ phone: "5678", status: "polling" });
  expect(JSON.stringify(known)).not.toMatch(/李敏|示例区|138123/);
  expect(await subscribeShipment(NOON, made.id)).toBe("subscribed");
  expect(await db().auditEvent.count({ where: { subjectId: made.id, action: "shipment.subscribe" } })).toBe(1);
});

test("a number that the platform does not take is said so, and stays unfollowed", async () => {
  const made = await shipped();
  await db().shipment.update({ where: { id: made.id }, data: { trackingNumber: "SF1" } });
  expect(await subscribeShipment(NOON, made.id)).toBe("unknown_number");
  expect(await rowOf(made)).toMatchObject({ subscribedAt: null });
});

test.each([
  ["down", { down: true }],
  ["refusing our key", { keyExpired: true }],
])("with the platform %s the parcel waits for the next try", async (_, faults) => {
  const made = await shipped();
  await platform.fail(faults);
  await expect(subscribeShipment(NOON, made.id)).rejects.toThrow();
  await platform.fail({ down: false, keyExpired: false });
  expect(await subscribeShipment(NOON, made.id)).toBe("subscribed");
});

test("each push moves the parcel on, keeps its line once, and tells the patient", async () => {
  const made = await followed();
  for (const state of ["1", "0", "5", "3"] as const)
    expect((await platform.advance(made.trackingNumber, state)).isAccepted).toBe(true);
  const row = await rowOf(made);
  expect(row).toMatchObject({ status: "signed", order: { status: "shipped" } });
  expect(row.events.map(({ status }) => status)).toEqual(["collected", "in_transit", "out_for_delivery", "signed"]);
  expect(await noticesOf(made)).toEqual([
    ...["parcel_collected", "parcel_in_transit", "parcel_out_for_delivery", "parcel_signed"],
  ]);
  expect(await db().auditEvent.findFirst({ where: { subjectId: made.id, action: "shipment.report" } })).toMatchObject({
    ...{ actorRole: "system:carrier", detail: { status: "collected", isNews: true } },
  });
});

test("a push that comes twice is one line and one notice", async () => {
  const made = await followed();
  await platform.advance(made.trackingNumber, "1");
  expect((await platform.send(made.trackingNumber, "duplicate")).isAccepted).toBe(true);
  expect((await rowOf(made)).events).toHaveLength(1);
  expect(await noticesOf(made)).toEqual(["parcel_collected"]);
});

test("a push that comes late adds nothing that was not known, and moves nothing back", async () => {
  const made = await followed();
  await platform.advance(made.trackingNumber, "1");
  await platform.advance(made.trackingNumber, "5");
  expect((await platform.send(made.trackingNumber, "late")).isAccepted).toBe(true);
  expect(await rowOf(made)).toMatchObject({ status: "out_for_delivery" });
  expect(await noticesOf(made)).toEqual(["parcel_collected", "parcel_out_for_delivery"]);
});

test("a forged push is refused, and nothing is written", async () => {
  const made = await followed();
  await platform.advance(made.trackingNumber, "1");
  const before = [await rowOf(made), await db().auditEvent.count(), await db().outbox.count()];
  expect((await platform.send(made.trackingNumber, "forged")).isAccepted).toBe(false);
  expect([await rowOf(made), await db().auditEvent.count(), await db().outbox.count()]).toEqual(before);
});

test("a push about a parcel that is none of ours is refused", async () => {
  const made = await followed();
  await db().shipment.update({ where: { id: made.id }, data: { trackingNumber: "SF1999999999999" } });
  expect((await platform.advance(made.trackingNumber, "1")).isAccepted).toBe(false);
  expect((await rowOf(made)).events).toEqual([]);
});

test("a parcel that nobody ever scanned is given up by the platform: nothing moves", async () => {
  const made = await followed();
  expect((await platform.giveUp(made.trackingNumber)).isAccepted).toBe(true);
  expect(await rowOf(made)).toMatchObject({ status: "created", events: [], lastEventAt: null });
  expect(await noticesOf(made)).toEqual([]);
});

test("a parcel that is refused and comes back takes its order with it", async () => {
  const made = await followed();
  for (const state of ["1", "14", "6"] as const) await platform.advance(made.trackingNumber, state);
  expect(await rowOf(made)).toMatchObject({ status: "returning", order: { status: "shipped" } });
  await platform.advance(made.trackingNumber, "4");
  expect(await rowOf(made)).toMatchObject({ status: "returned", order: { status: "returned" } });
});

test.each([
  ["no form at all", "hello"],
  ["an empty body", ""],
])("%s is refused", async (_, body) => {
  expect((await receive(body)).status).toBe(400);
});

test("two pushes at the same moment leave every line and the newest state", async () => {
  const made = await shipped();
  const line = (minute: number, status: "collected" | "in_transit" | "out_for_delivery") => ({
    ...{ at: new Date(NOON.getTime() + minute * 60_000), text: status, status },
  });
  const lines = [line(1, "collected"), line(2, "in_transit"), line(3, "out_for_delivery")] as const;
  const report = (count: 1 | 2 | 3) =>
    transact({ actor: { role: "system", accountId: null, name: "carrier" }, now: NOON }, reportShipment, {
      ...{ carrierCode: "shunfeng", trackingNumber: made.trackingNumber },
      ...{ lines: lines.slice(0, count), status: lines[count - 1]?.status ?? null },
    }).catch((error: { code?: string }) => error.code);
  // Who loses the race is told to come again, as the platform does.
  for (
    let again: unknown[] = await Promise.all([report(1), report(3), report(2)]);
    again.some((code) => code === "conflict");
  )
    again = await Promise.all([report(2), report(3)]);
  const row = await rowOf(made);
  expect(row.status).toBe("out_for_delivery");
  expect(row.events).toHaveLength(3);
});
