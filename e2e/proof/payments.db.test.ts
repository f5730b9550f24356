import fc from "fast-check";
import Stripe from "stripe";
import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/stripe/route";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { db } from "@/lib/db/client";
import { type Run, transact } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import { addDays, addMinutes, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { deliverOutbox } from "@/lib/flows/outbox/deliver";
import { beginPaymentFlow } from "@/lib/flows/payment/begin";
import { compareBooksByDay } from "@/lib/jobs/books";
import { reconcile } from "@/lib/jobs/reconcile";
import { booksByDay } from "@/lib/queries/admin/money";
import { type Ordered, order } from "@/lib/testing/order";
import { type GatewayMessage, stripeStandIn } from "@/lib/testing/outside";

// There is no request here after which the framework could deliver anything.
vi.mock("@/lib/web/edge", () => ({ edgeRun: (actor: Actor, now: Date): Run => ({ actor, now }) }));

const isFull = process.env.PROOF === "full";
const PAYMENTS = isFull ? 1_000 : 24;
const seed = Number(process.env.PROOF_SEED ?? 20_261_123);

let gateway: Awaited<ReturnType<typeof stripeStandIn>>;
beforeAll(async () => {
  gateway = await stripeStandIn();
});

const bring = (body: string, signature: string) =>
  POST(
    new Request("http://localhost/api/webhooks/stripe", {
      ...{ method: "POST", body, headers: { "stripe-signature": signature } },
    }),
  );

/** A message as the gateway's, but signed with another secret. */
const forged = ({ body }: GatewayMessage) =>
  bring(body, Stripe.webhooks.generateTestHeaderString({ payload: body, secret: "whsec_of_somebody_else" }));

test(`P7: ${PAYMENTS} payments whose messages come doubled, shuffled, forged or not at all leave the books equal to the gateway's`, async () => {
  const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: PAYMENTS * 12 });
  const chance = () => random.pop() ?? 0.5;
  const made: Ordered[] = [];
  for (let count = 0; count < PAYMENTS; count += 1) {
    const ordered = await order({ at: new Date(), how: "pickup" });
    made.push(ordered);
    const run = { actor: ordered.patient, now: new Date() };
    const { checkoutUrl } = await beginPaymentFlow(run, { purpose: "medicine", orderId: ordered.orderId });
    const fate = chance();
    await gateway.press(checkoutUrl, fate < 0.85 ? "pay" : fate < 0.95 ? "decline" : "abandon");
    if (fate < 0.15) await transact(run, cancelOrder, { orderId: ordered.orderId }).catch(() => {});
  }
  await vi.waitFor(() => {
    const paid = gateway.caught.filter(({ type }) => type === "checkout.session.completed").length;
    if (paid < PAYMENTS * 0.6) throw new Error(`${paid} messages have come`);
  }, 30_000);

  const queue = gateway.caught
    .flatMap((message) => (chance() < 0.1 ? [] : chance() < 0.3 ? [message, message, message] : [message]))
    .map((message) => ({ message, at: chance() }))
    .sort((a, b) => a.at - b.at);
  let refused = 0;
  let tried = 0;
  for (let start = 0; start < queue.length; start += 8)
    await Promise.all(
      queue.slice(start, start + 8).map(async ({ message }) => {
        if (chance() < 0.1) {
          tried += 1;
          if ((await forged(message)).status === 400) refused += 1;
        }
        await bring(message.body, message.signature);
      }),
    );
  expect(refused).toBe(tried);
  // What was lost on the way is asked for; what went back is carried out.
  const later = addMinutes(new Date(), 10);
  for (let round = 0; round < Math.ceil(PAYMENTS / 100) + 1; round += 1) await deliverOutbox(later);
  for (let round = 0; round < Math.ceil(PAYMENTS / 150) + 1; round += 1) await reconcile(later);

  await compareBooksByDay(addDays(new Date(), 1));
  const today = dateColumn(shanghaiDay(new Date())).getTime();
  const day = (await booksByDay()).find((row) => row.day.getTime() === today);
  expect(day?.differences).toEqual([]);
  expect(day?.paidCount).toBeGreaterThan(PAYMENTS * 0.6);

  const settled = await db().payment.findMany({
    where: { orderId: { in: made.map(({ orderId }) => orderId) }, settledAt: { not: null } },
    include: { order: { select: { status: true } }, refunds: true },
  });
  expect(settled).toHaveLength(day?.paidCount ?? -1);
  for (const { id, amountFen, refundedFen, order: of, refunds } of settled) {
    expect(await db().ledgerEntry.count({ where: { paymentId: id, refundId: null } })).toBe(2);
    expect(of?.status === "paid" ? refundedFen : amountFen - refundedFen).toBe(0);
    expect(refunds.length).toBeLessThanOrEqual(1);
  }
}, 3_600_000);
