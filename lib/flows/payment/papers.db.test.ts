import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { monthOfPayments } from "@/lib/queries/patient/payments";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, paid } from "@/lib/testing/order";
import { selfSignedSeal } from "@/sandbox/run/pdf-seal";
import { openReceipt, openStatement } from "./papers";

beforeAll(() => {
  vi.stubEnv("PDF_SEAL_PASSPHRASE", "of these tests");
  vi.stubEnv("PDF_SEAL_P12", selfSignedSeal("of these tests"));
});

const month = NOON.toISOString().slice(0, 7);

async function withRefund(): Promise<Ordered & { paymentId: string }> {
  const made = await order({ status: "delivered" });
  const paymentId = await paid(made, "medicine", 1000);
  await db().refund.create({
    data: {
      ...{
        id: newId(),
        paymentId,
        amountFen: 400,
        status: "succeeded",
        reasonCode: "damaged",
        idempotencyKey: newId(),
      },
      ...{ createdAt: NOON, expectedAt: NOON, settledAt: NOON },
    },
  });
  return { ...made, paymentId };
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer()).toString("latin1");

test("a receipt is a PDF under the hospital's seal, in either language, for the payer alone", async () => {
  const made = await withRefund();
  for (const lang of ["zh-CN", "en"] as const) {
    const pdf = await bytesOf(await openReceipt({ actor: made.patient, now: NOON }, { id: made.paymentId, lang }));
    expect(pdf).toMatch(/^%PDF-1\./);
    expect(pdf).toContain("/ETSI.CAdES.detached");
  }
  const stranger = { actor: await person("patient"), now: NOON };
  await expect(openReceipt(stranger, { id: made.paymentId, lang: "en" })).rejects.toMatchObject({ code: "not_found" });
});

test("a month holds what was paid and given back in it, and comes as a PDF", async () => {
  const made = await withRefund();
  const { rows, netFen } = await monthOfPayments(made.patient, month);
  expect(rows.map(({ amountFen }) => amountFen).toSorted((a, b) => a - b)).toEqual([-400, 1000]);
  expect(netFen).toBe(600);
  expect((await monthOfPayments(made.patient, "2020-01")).rows).toEqual([]);
  expect((await monthOfPayments(await person("patient"), month)).rows).toEqual([]);
  const pdf = await bytesOf(await openStatement({ actor: made.patient, now: NOON }, { month, lang: "zh-CN" }));
  expect(pdf).toMatch(/^%PDF-1\./);
});
