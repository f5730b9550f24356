import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { checkOrder } from "@/lib/commands/order/check";
import { completeOrder } from "@/lib/commands/order/complete";
import { leaveOut } from "@/lib/commands/order/leave-out";
import { loseOrder } from "@/lib/commands/order/lose";
import { pickOrder } from "@/lib/commands/order/pick";
import { placeOrder } from "@/lib/commands/order/place";
import { sealOrder } from "@/lib/commands/order/seal";
import { shipOrder } from "@/lib/commands/order/ship";
import { signForOrder } from "@/lib/commands/order/sign";
import { sweepOrder } from "@/lib/commands/order/sweep";
import { applyCheckout } from "@/lib/commands/payment/apply-checkout";
import { giveRefund } from "@/lib/commands/refund/give";
import { recordRefund } from "@/lib/commands/refund/record";
import { retryRefund } from "@/lib/commands/refund/retry";
import { openRequest } from "@/lib/commands/request/open";
import { sendAgain } from "@/lib/commands/request/send-again";
import { reportShipment } from "@/lib/commands/shipment/report";
import { inspectReturned } from "@/lib/commands/stock/inspect";
import { recallBatch } from "@/lib/commands/stock/recall";
import { writeOff } from "@/lib/commands/stock/write-off";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { type Command, transact } from "@/lib/db/transact";
import { type Actor, type Person, systemActor } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { type OrderStatus, orderMachine } from "@/lib/domain/order";
import { Refusal } from "@/lib/errors";
import { NOON, person } from "@/lib/testing/consultation";
import { express, medicine, type Prescribed, pickup, prescription } from "@/lib/testing/order";

const isFull = process.env.PROOF === "full";
/** Histories of P5; all of them take about two hours on one core, so that fewer can be asked for. */
const RUNS = Number(process.env.PROOF_HISTORIES ?? (isFull ? 100_000 : 25));
const seed = process.env.PROOF_SEED ? { seed: Number(process.env.PROOF_SEED) } : {};

let picker: Person;
let checker: Person;
let support: Person;
let head: Person;
beforeAll(async () => {
  picker = await person("pharmacist");
  checker = await person("pharmacist");
  support = await person("support");
  head = await person("head_pharmacist");
});

type Purpose = "medicine" | "delivery";
interface PlainStep {
  readonly do:
    | ("cancel" | "pick" | "leave_out" | "check" | "seal" | "ship" | "sign" | "sweep" | "complete" | "lose")
    | ("retry" | "send_again" | "write_off" | "recall");
}
type Step =
  | PlainStep
  | { readonly do: "pay" | "pay_twice"; readonly purpose: Purpose }
  | { readonly do: "refund"; readonly what: "whole" | "delivery" | "lines" }
  | { readonly do: "gateway_says"; readonly state: "succeeded" | "failed" }
  | { readonly do: "carrier_says"; readonly state: "in_transit" | "signed" | "returned" }
  | { readonly do: "inspect"; readonly outcome: "restocked" | "destroyed" };

interface History extends Prescribed {
  readonly orderId: string;
  readonly medicineIds: readonly string[];
  now: Date;
}

/** An order of two medicines, three packs at ¥10 and two at ¥7, by express at ¥13. */
async function begin(): Promise<History> {
  const medicineIds = [
    await medicine({
      batches: [
        [300, 4],
        [400, 4],
      ],
    }),
    await medicine({ priceFen: 700, batches: [[300, 6]] }),
  ];
  const [first = "", second = ""] = medicineIds;
  const made = await prescription({ packs: { [first]: 3, [second]: 2 } });
  const { id: orderId } = await transact({ actor: made.patient, now: NOON }, placeOrder, express(made.prescriptionId));
  return { ...made, orderId, medicineIds, now: addMinutes(NOON, 1) };
}

async function checkout(history: History, purpose: Purpose): Promise<string> {
  const sessionId = `cs_${newId()}`;
  const order = await db().order.findUniqueOrThrow({ where: { id: history.orderId } });
  await db().payment.create({
    data: {
      ...{ id: newId(), accountId: history.patient.accountId, purpose, orderId: history.orderId },
      ...{ amountFen: purpose === "medicine" ? order.medicineFen : order.deliveryFen, idempotencyKey: newId() },
      ...{ gatewaySessionId: sessionId, createdAt: history.now, expiresAt: addMinutes(history.now, 31) },
    },
  });
  return sessionId;
}

const settle = async (history: History, sessionId: string) => {
  const { amountFen } = await db().payment.findUniqueOrThrow({ where: { gatewaySessionId: sessionId } });
  return transact({ actor: systemActor("payments"), now: history.now }, applyCheckout, {
    ...{ sessionId, state: "paid", amountFen, currency: "cny", gatewayPaymentId: `pi_${sessionId}` },
  });
};

async function batchesOf(orderId: string): Promise<string[]> {
  const held = await db().stockReservation.findMany({
    where: { orderItem: { orderId }, releasedAt: null },
    select: { batch: { select: { number: true } } },
  });
  return held.map(({ batch }) => batch.number);
}

/** Carries a step out; false where it is refused. Anything else than a refusal fails the run. */
async function carryOut(history: History, step: Step): Promise<boolean> {
  const { orderId, patient, now } = history;
  const act = <Input>(actor: Actor, command: Command<Input, unknown>, input: Input) =>
    transact({ actor, now }, command, input);
  const items = () => db().orderItem.findMany({ where: { orderId }, orderBy: { position: "asc" } });
  const request = () =>
    act(patient, openRequest, { orderId, kind: "damaged", body: "药盒压扁了，请处理。", pictureIds: [] }) as Promise<{
      id: string;
    }>;
  const firstBatch = () => db().stockBatch.findFirstOrThrow({ where: { medicineId: history.medicineIds[0] } });
  const steps: { [Do in Step["do"]]: (given: Extract<Step, { readonly do: Do }>) => Promise<unknown> } = {
    pay: async ({ purpose }) => settle(history, await checkout(history, purpose)),
    pay_twice: async ({ purpose }) => {
      const sessionId = await checkout(history, purpose);
      await Promise.allSettled([settle(history, sessionId), settle(history, sessionId)]);
    },
    cancel: () => act(patient, cancelOrder, { orderId }),
    pick: () => act(picker, pickOrder, { orderId }),
    leave_out: async () => {
      const line = (await items()).find(({ leftOutReason }) => leftOutReason === null);
      await act(picker, leaveOut, { orderId, orderItemId: line?.id ?? newId(), reasonCode: "damaged" });
    },
    check: async () => act(checker, checkOrder, { orderId, batches: await batchesOf(orderId) }),
    seal: () => act(checker, sealOrder, { orderId }),
    ship: () =>
      act(checker, shipOrder, {
        orderId,
        trackingNumbers: [`SF1${String(Date.now() % 1e9).padStart(9, "0")}${String(serial++ % 1000).padStart(3, "0")}`],
      }),
    sign: () => act(patient, signForOrder, { orderId, signature: "M1 1L2 2", code: undefined }),
    sweep: () => act(systemActor("deadlines"), sweepOrder, { id: orderId }),
    complete: () => act(systemActor("deadlines"), completeOrder, { id: orderId }),
    lose: () => act(systemActor("deadlines"), loseOrder, { id: orderId }),
    carrier_says: async ({ state }) => {
      const shipment = await db().shipment.findFirst({ where: { orderId } });
      if (!shipment) throw new Refusal("not_found");
      await act(systemActor("carrier"), reportShipment, {
        ...{ carrierCode: shipment.carrierCode, trackingNumber: shipment.trackingNumber, status: state },
        lines: [{ at: now, text: state, status: state }],
      });
    },
    refund: async ({ what }) => {
      const { id: requestId } = await request();
      const [line] = await items();
      await act(support, giveRefund, {
        ...{ requestId, what, reasonCode: "damaged", note: "核实" },
        ...{ orderItemIds: what === "lines" ? [line?.id ?? ""] : [], packs: what === "lines" ? [1] : [] },
      });
    },
    gateway_says: async ({ state }) => {
      const refund = await db().refund.findFirst({ where: { payment: { orderId }, status: { not: "failed" } } });
      if (!refund) throw new Refusal("not_found");
      await act(systemActor("payments"), recordRefund, {
        ...{ refundId: refund.id, gatewayRefundId: refund.gatewayRefundId ?? `re_${refund.id}`, state },
      });
    },
    retry: async () => {
      const refund = await db().refund.findFirst({
        where: { payment: { orderId }, status: "failed", retriedAt: null },
      });
      if (!refund) throw new Refusal("not_found");
      await act(support, retryRefund, { refundId: refund.id });
    },
    inspect: async ({ outcome }) => {
      const back = await db().returnedPacks.findFirst({ where: { orderItem: { orderId }, outcome: null } });
      if (!back) throw new Refusal("not_found");
      await act(picker, inspectReturned, { returnedId: back.id, outcome, note: "已检查" });
    },
    send_again: async () => {
      const { id: requestId } = await request();
      const [line] = await items();
      await act(support, sendAgain, { requestId, orderItemIds: [line?.id ?? ""], packs: [1] });
    },
    write_off: async () =>
      act(picker, writeOff, { batchId: (await firstBatch()).id, packs: 1, reason: "damaged", note: "" }),
    recall: async () => act(head, recallBatch, { batchId: (await firstBatch()).id, reason: "厂家通知召回" }),
  };
  try {
    await (steps[step.do] as (given: Step) => Promise<unknown>)(step);
    return true;
  } catch (error) {
    const isTaken =
      error instanceof Error &&
      /Payment_live_order|P2002/.test(`${error.message} ${"code" in error ? error.code : ""}`);
    if (error instanceof Refusal || isTaken) return false;
    throw error;
  }
}
let serial = 0;

/** The books of an order add up, whatever has happened to it. */
async function expectSound({ orderId, medicineIds }: History): Promise<void> {
  const payments = await db().payment.findMany({ where: { orderId }, include: { refunds: true } });
  const ids = payments.map(({ id }) => id);
  const lines = await db().ledgerEntry.findMany({ where: { paymentId: { in: ids } } });
  expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
  for (const { id, purpose, amountFen, refundedFen, refunds, status } of payments) {
    const alive = refunds
      .filter((refund) => refund.status !== "failed")
      .reduce((sum, refund) => sum + refund.amountFen, 0);
    expect(refundedFen).toBe(alive);
    expect(refundedFen).toBeLessThanOrEqual(amountFen);
    const sent = refunds
      .filter((refund) => refund.status === "succeeded")
      .reduce((sum, refund) => sum + refund.amountFen, 0);
    const arrived = status === "succeeded" || status === "refunded" ? amountFen : 0;
    const of = (account: string) =>
      lines
        .filter((line) => line.paymentId === id && line.account === account)
        .reduce((sum, line) => sum + line.amountFen, 0);
    expect([of("gateway"), of(purpose)]).toEqual([arrived - sent, sent - arrived].map((fen) => fen + 0));
  }
  const wrong = await db().$queryRaw<unknown[]>`
    SELECT b."id" FROM "StockBatch" b
    WHERE b."medicineId" = ANY(${[...medicineIds]}::uuid[]) AND (
      b."quantity" <> (SELECT COALESCE(sum(m."delta"), 0) FROM "StockMovement" m WHERE m."batchId" = b."id")
      OR b."reserved" <> (SELECT COALESCE(sum(r."quantity"), 0) FROM "StockReservation" r
        WHERE r."batchId" = b."id" AND r."releasedAt" IS NULL AND r."issuedAt" IS NULL))`;
  expect(wrong).toEqual([]);
}

const purpose = fc.constantFrom<Purpose>("medicine", "delivery");
const plain = (...names: PlainStep["do"][]): fc.Arbitrary<Step> =>
  fc.constantFrom(...names).map((name) => ({ do: name }));
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constantFrom("pay" as const, "pay_twice" as const), purpose }), weight: 6 },
  { arbitrary: plain("pick", "check", "seal", "ship"), weight: 10 },
  { arbitrary: plain("sign", "sweep", "complete", "lose", "cancel"), weight: 4 },
  { arbitrary: plain("leave_out", "retry", "send_again", "write_off", "recall"), weight: 3 },
  {
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      what: fc.constantFrom("whole" as const, "delivery" as const, "lines" as const),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      do: fc.constant("gateway_says" as const),
      state: fc.constantFrom("succeeded" as const, "failed" as const),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      do: fc.constant("carrier_says" as const),
      state: fc.constantFrom("in_transit" as const, "signed" as const, "returned" as const),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: fc.constant("inspect" as const),
      outcome: fc.constantFrom("restocked" as const, "destroyed" as const),
    }),
    weight: 1,
  },
);

/** The usual way, which a history follows for a while before anything may happen. */
const usual: readonly Step[] = [
  ...(["medicine", "delivery"] as const).map((purpose) => ({ do: "pay" as const, purpose })),
  ...(["pick", "check", "seal", "ship"] as const).map((name) => ({ do: name })),
  ...[{ do: "carrier_says" as const, state: "signed" as const }, { do: "sign" as const }],
];
const anyHistory = fc
  .tuple(fc.integer({ min: 0, max: usual.length }), fc.array(anyStep, { maxLength: isFull ? 32 : 14 }))
  .map(([length, steps]) => [...usual.slice(0, length), ...steps]);
const waits = fc.array(fc.constantFrom(1, 1, 5, 60, 60 * 24 * 8, 60 * 24 * 15), { minLength: 40, maxLength: 40 });

test("P5: whatever happens to an order in whatever order, it moves as the workflow says, its ledgers add up to zero and its stock is what moved", async () => {
  const reached = new Set<OrderStatus>();
  await fc.assert(
    fc.asyncProperty(anyHistory, waits, async (steps, minutes) => {
      const history = await begin();
      const statusNow = async (): Promise<OrderStatus> =>
        (await db().order.findUniqueOrThrow({ where: { id: history.orderId } })).status;
      let status = await statusNow();
      for (const [index, step] of steps.entries()) {
        await carryOut(history, step);
        history.now = addMinutes(history.now, index < usual.length ? 1 : (minutes[index] ?? 1));
        const after = await statusNow();
        const isAllowed =
          after === status || orderMachine.events.some((event) => orderMachine.target(status, event) === after);
        expect([step, status, after, isAllowed]).toEqual([step, status, after, true]);
        status = after;
        reached.add(status);
      }
      await expectSound(history);
    }),
    { numRuns: RUNS, ...seed },
  );
  if (isFull) expect(reached.size).toBeGreaterThanOrEqual(11);
  else expect(reached.size).toBeGreaterThanOrEqual(6);
}, 14_400_000);

describe("P6: eight clients at the same moment", () => {
  const ROUNDS = isFull ? 500 : 4;
  const won = (tries: PromiseSettledResult<unknown>[]) => tries.filter(({ status }) => status === "fulfilled").length;
  const eight = <T>(act: (index: number) => Promise<T>) =>
    Promise.allSettled(Array.from({ length: 8 }, (_, index) => act(index)));

  test("the last pack goes to one of eight", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await medicine({ batches: [[300, 1]] });
      const made = await Promise.all(Array.from({ length: 8 }, () => prescription({ packs: { [id]: 1 } })));
      const tries = await eight(async (index) => {
        const { patient, prescriptionId } = made[index] as Prescribed;
        return transact({ actor: patient, now: NOON }, placeOrder, pickup(prescriptionId));
      });
      expect(won(tries)).toBe(1);
      expect(await db().stockBatch.findFirst({ where: { medicineId: id } })).toMatchObject({
        quantity: 1,
        reserved: 1,
      });
    }
  }, 3_600_000);

  test("one payment that is brought eight times is booked once", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const history = await begin();
      const sessionId = await checkout(history, "medicine");
      await eight(() => settle(history, sessionId));
      const { id } = await db().payment.findUniqueOrThrow({ where: { gatewaySessionId: sessionId } });
      expect(await db().ledgerEntry.count({ where: { paymentId: id } })).toBe(2);
    }
  }, 3_600_000);

  test("cancelled while it is paid: paid, or every fen on its way back", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const history = await begin();
      const sessions = [await checkout(history, "medicine"), await checkout(history, "delivery")];
      const { patient, orderId, now } = history;
      await eight(async (index) =>
        index % 2 === 0
          ? transact({ actor: patient, now }, cancelOrder, { orderId })
          : settle(history, sessions[index % 4 === 1 ? 0 : 1] ?? ""),
      );
      const { status, payments } = await db().order.findUniqueOrThrow({
        where: { id: orderId },
        include: { payments: true },
      });
      for (const { amountFen, refundedFen } of payments) expect(refundedFen).toBe(status === "paid" ? 0 : amountFen);
      expect(["paid", "cancelled"]).toContain(status);
      await expectSound(history);
    }
  }, 3_600_000);

  test("one refund of eight", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const history = await begin();
      for (const purpose of ["medicine", "delivery"] as const) await settle(history, await checkout(history, purpose));
      await db().order.update({ where: { id: history.orderId }, data: { status: "delivered" } });
      const { id: requestId } = await transact({ actor: history.patient, now: addDays(NOON, 1) }, openRequest, {
        ...{ orderId: history.orderId, kind: "wrong", body: "发错了药，请退款。", pictureIds: [] },
      });
      const tries = await eight(() =>
        transact({ actor: support, now: addDays(NOON, 1) }, giveRefund, {
          ...{ requestId, what: "whole", reasonCode: "wrong", note: "核实", orderItemIds: [], packs: [] },
        }),
      );
      expect(won(tries)).toBe(1);
      await expectSound(history);
    }
  }, 3_600_000);
});
