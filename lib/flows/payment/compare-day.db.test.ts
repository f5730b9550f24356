import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/stripe/route";
import { db } from "@/lib/db/client";
import type { Run } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { compareBooksByDay } from "@/lib/jobs/books";
import { booksByDay } from "@/lib/queries/admin/money";
import { person } from "@/lib/testing/consultation";
import { order, paid } from "@/lib/testing/order";
import { stripeStandIn } from "@/lib/testing/outside";
import { beginPaymentFlow } from "./begin";

// There is no request here after which the framework could deliver anything.
vi.mock("@/lib/web/edge", () => ({ edgeRun: (actor: Actor, now: Date): Run => ({ actor, now }) }));

let gateway: Awaited<ReturnType<typeof stripeStandIn>>;
beforeAll(async () => {
  gateway = await stripeStandIn();
});

/** An order whose medicine is paid at the gateway; its message is brought, unless said. */
async function paidAtGateway(isBrought = true) {
  const made = await order({ at: new Date() });
  const run = { actor: made.patient, now: new Date() };
  const { paymentId, checkoutUrl } = await beginPaymentFlow(run, { purpose: "medicine", orderId: made.orderId });
  await gateway.press(checkoutUrl, "pay");
  const { gatewaySessionId } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  const { body, signature } = await gateway.message("checkout.session.completed", gatewaySessionId ?? "");
  const headers = { "stripe-signature": signature };
  if (isBrought) await POST(new Request("http://localhost/api/webhooks/stripe", { method: "POST", body, headers }));
  return paymentId;
}

test("each day is compared once: what the gateway has and the books have not, and the other way round, is told", async () => {
  const support = await person("support");
  await paidAtGateway();
  await paidAtGateway(false);
  await paid(await order({ at: new Date() }), "medicine", 1000);
  await db().payment.updateMany({
    where: { gatewayPaymentId: { startsWith: "pi_0" } },
    data: { settledAt: new Date() },
  });

  const today = dateColumn(shanghaiDay(new Date()));
  const tomorrow = addDays(new Date(), 1);
  expect(await compareBooksByDay(tomorrow)).toBe(7);
  expect(await compareBooksByDay(tomorrow)).toBe(0);

  const day = (await booksByDay()).find(({ day }) => day.getTime() === today.getTime());
  expect(day).toMatchObject({ paidCount: 2, paidFen: 2000, backCount: 0, backFen: 0 });
  const kinds = day?.differences.map(({ kind }) => kind) ?? [];
  expect(kinds).toContain("missing_in_books");
  expect(kinds).toContain("missing_at_gateway");
  expect(await db().notice.findFirst({ where: { accountId: support.accountId, kind: "books_differ" } })).toMatchObject({
    params: { day: shanghaiDay(new Date()) },
  });
});

test("a gateway that does not answer leaves the day open", async () => {
  await gateway.fail({ down: true });
  await expect(compareBooksByDay(addDays(new Date(), 30))).rejects.toThrow();
  await gateway.fail({ down: false });
  expect(await compareBooksByDay(addDays(new Date(), 30))).toBe(7);
});
