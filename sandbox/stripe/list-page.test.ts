import { afterEach, beforeEach, expect, test } from "vitest";
import { openStripeBench, type StripeBench } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

async function refundFive(): Promise<string[]> {
  const { intent } = await bench.createPaid();
  const ids: string[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    ids.push((await bench.stripe.refunds.create({ payment_intent: intent, amount: 100 })).id);
  }
  return ids.reverse();
}

test("autopagination walks every page once, newest first, and backwards", async () => {
  const ids = await refundFive();
  const walked: string[] = [];
  for await (const { id } of bench.stripe.refunds.list({ limit: 2 })) walked.push(id);
  expect(walked).toEqual(ids);
  const back = await bench.stripe.refunds.list({ limit: 2, ending_before: ids[4] }).autoPagingToArray({ limit: 100 });
  expect(back.map(({ id }) => id)).toEqual(ids.slice(0, 4).reverse());
});

test("a page says whether more follow in its direction", async () => {
  const ids = await refundFive();
  const first = await bench.stripe.refunds.list({ limit: 3 });
  expect(first).toMatchObject({ object: "list", url: "/v1/refunds", has_more: true });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  expect(await bench.stripe.refunds.list({ limit: 3, starting_after: ids[2] })).toMatchObject({ has_more: false });
  const before = await bench.stripe.refunds.list({ limit: 2, ending_before: ids[3] });
  expect(before.data.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
  expect(before.has_more).toBe(true);
});

test("lists are narrowed by the time of creation", async () => {
  const session = await bench.createSession();
  const { sessions } = bench.stripe.checkout;
  expect((await sessions.list({ created: session.created })).data).toHaveLength(1);
  expect((await sessions.list({ created: { gte: session.created, lte: session.created } })).data).toHaveLength(1);
  expect((await sessions.list({ created: { gt: session.created } })).data).toEqual([]);
  expect((await sessions.list({ created: { lt: session.created } })).data).toEqual([]);
});

test("paging by status goes on past a session that has changed meanwhile", async () => {
  const older = await bench.createSession();
  const newer = await bench.createSession();
  await bench.press(newer, "pay");
  const rest = await bench.stripe.checkout.sessions.list({ status: "open", starting_after: newer.id });
  expect(rest.data.map(({ id }) => id)).toEqual([older.id]);
});

test.each([0, 101])("a limit of %i is refused", async (limit) => {
  await expect(bench.stripe.refunds.list({ limit })).rejects.toMatchObject({ statusCode: 400, param: "limit" });
});

test("an unknown neighbour is refused", async () => {
  await refundFive();
  await expect(bench.stripe.refunds.list({ starting_after: "re_none" })).rejects.toMatchObject({
    statusCode: 400,
    code: "resource_missing",
    param: "starting_after",
  });
});
