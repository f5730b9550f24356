import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { seal, unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { SignForOrder } from "@/lib/domain/order-input";
import { sign as signByFlow } from "@/lib/flows/order/sign";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, parcel } from "@/lib/testing/order";
import { signForOrder } from "./sign";

const DRAWN = { signature: "M10 10L90 90", code: undefined };
const sign = (actor: Person, { orderId }: Ordered, by: { signature?: string; code?: string } = DRAWN) =>
  transact({ actor, now: NOON }, signForOrder, { orderId, signature: undefined, code: undefined, ...by });
const statusOf = async ({ orderId }: Ordered) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })).status;

async function shipped(status: Parameters<typeof parcel>[1]): Promise<Ordered> {
  const made = await order({ status: "shipped" });
  await parcel(made, status);
  return made;
}

test.each(["out_for_delivery", "signed"] as const)("R26: a parcel that is %s is signed for", async (status) => {
  const made = await shipped(status);
  await sign(made.patient, made);
  const row = await db().order.findUniqueOrThrow({ where: { id: made.orderId }, include: { events: true } });
  expect(row).toMatchObject({ status: "delivered", completedAt: NOON });
  expect(unseal(row.signatureSealed ?? "")).toBe(DRAWN.signature);
  expect(row.events).toContainEqual(
    expect.objectContaining({ event: "sign", actorId: made.patient.accountId, at: NOON, reason: "by_signature" }),
  );
  expect(await db().auditEvent.findFirst({ where: { subjectId: made.orderId, action: "order.sign" } })).toMatchObject({
    detail: { from: "shipped", to: "delivered" },
  });
});

test.each(["created", "in_transit"] as const)("R26: a parcel that is %s cannot be signed for yet", async (status) => {
  const made = await shipped(status);
  await expect(sign(made.patient, made)).rejects.toMatchObject({ code: "parcel_on_its_way", rule: "R26" });
  expect(await statusOf(made)).toBe("shipped");
});

test.each(["sealed", "delivered", "ready_for_pickup"] as const)(
  "an order that is %s is not signed for",
  async (status) => {
    const made = await order({ status });
    await expect(sign(made.patient, made)).rejects.toMatchObject({ code: "conflict" });
  },
);

test("nobody signs for somebody else", async () => {
  const made = await shipped("signed");
  await expect(sign(await person("patient"), made)).rejects.toMatchObject({ code: "not_found" });
  await expect(sign(await person("pharmacist"), made)).rejects.toMatchObject({ code: "forbidden" });
  expect(await statusOf(made)).toBe("shipped");
});

test("signed twice at once, it is signed once", async () => {
  const made = await shipped("signed");
  const results = await Promise.allSettled([sign(made.patient, made), sign(made.patient, made)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().orderEvent.count({ where: { orderId: made.orderId, event: "sign" } })).toBe(1);
});

test("R26: the code that lies in the parcel signs for it; another does not, and after five it is not asked any more", async () => {
  const made = await shipped("signed");
  await db().order.update({ where: { id: made.orderId }, data: { pickupCodeSealed: seal("271828") } });
  const run = { actor: made.patient, now: NOON };
  const byCode = (code: string) => signByFlow(run, { orderId: made.orderId, signature: undefined, code });
  const wrong = { code: "wrong_receipt_code", fields: { code: "wrong_receipt_code" } };
  await expect(byCode("000000")).rejects.toMatchObject(wrong);
  expect(await statusOf(made)).toBe("shipped");
  await byCode("271828");
  const row = await db().order.findUniqueOrThrow({ where: { id: made.orderId }, include: { events: true } });
  expect(row).toMatchObject({ status: "delivered", signatureSealed: null });
  expect(row.events).toContainEqual(expect.objectContaining({ event: "sign", reason: "by_code" }));

  const guessed = await shipped("signed");
  const guess = (code: string) =>
    signByFlow({ actor: guessed.patient, now: NOON }, { orderId: guessed.orderId, signature: undefined, code });
  for (let tries = 0; tries < 5; tries += 1) await expect(guess("000000")).rejects.toMatchObject(wrong);
  await expect(guess("000000")).rejects.not.toMatchObject({ code: "wrong_receipt_code" });
});

test.each([
  ["neither", {}],
  ["an empty field", { signature: "", code: "" }],
  ["a drawing that is none", { signature: "<svg onload=alert(1)>" }],
  ["five digits", { code: "12345" }],
])("%s does not sign", (_, input) =>
  expect(SignForOrder.safeParse({ orderId: newId(), ...input }).success).toBe(false),
);
