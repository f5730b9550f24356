import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { AskInvoice, IssueInvoice } from "@/lib/domain/invoice-input";
import { issueInvoice } from "@/lib/flows/invoice/issue";
import { openInvoice } from "@/lib/flows/invoice/open";
import { invoiceToIssue } from "@/lib/queries/admin/invoices";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order, paid } from "@/lib/testing/order";
import { askInvoice } from "./ask";
import { refuseInvoice } from "./decide";

let support: Person;
beforeAll(async () => {
  vi.stubEnv("STORAGE_FOLDER", await mkdtemp(path.join(tmpdir(), "invoices-")));
  support = await person("support");
});

const organisation = { holder: "organisation", title: "重庆示例有限公司", taxNumber: "91500000MA5U000000" } as const;
const ask = (actor: Person, { orderId }: Ordered) =>
  transact({ actor, now: NOON }, askInvoice, { kindOfThing: "order", thingId: orderId, ...organisation });
const settled = async () => {
  const made = await order({ status: "delivered" });
  await paid(made, "medicine", 1000);
  await paid(made, "delivery", 1300);
  return made;
};
const pdf = new TextEncoder().encode("%PDF-1.7 demonstration");
const issue = (id: string) => issueInvoice({ actor: support, now: NOON }, { id, number: "25502000000001", file: pdf });
const rowOf = (id: string) => db().invoice.findUniqueOrThrow({ where: { id } });

test("an invoice is over what was paid and not given back, its title sealed, and whoever issues them is told", async () => {
  const made = await settled();
  await db().payment.updateMany({ where: { orderId: made.orderId, purpose: "delivery" }, data: { refundedFen: 300 } });
  const { id } = await ask(made.patient, made);
  const row = await rowOf(id);
  expect(row).toMatchObject({ amountFen: 2000, status: "asked" });
  expect(row.titleSealed).not.toContain("示例");
  expect(await invoiceToIssue(id)).toMatchObject({ title: organisation.title, taxNumber: organisation.taxNumber });
  expect(await db().notice.count({ where: { accountId: support.accountId, kind: "invoice_asked" } })).toBe(1);
  await expect(ask(made.patient, made)).rejects.toMatchObject({ code: "invoice_asked" });
});

test("issued, its file is the asker's to open, and nobody else's", async () => {
  const made = await settled();
  const { id } = await ask(made.patient, made);
  await issue(id);
  expect(await rowOf(id)).toMatchObject({ status: "issued", number: "25502000000001", decidedById: support.accountId });
  const mine = await openInvoice({ actor: made.patient, now: NOON }, { id });
  expect(await mine.text()).toContain("%PDF-1.7");
  expect(mine.headers.get("content-type")).toBe("application/pdf");
  const stranger = { actor: await person("patient"), now: NOON };
  await expect(openInvoice(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(issue(id)).rejects.toMatchObject({ code: "conflict" });
});

test("refused, the patient reads why and may ask again", async () => {
  const made = await settled();
  const { id } = await ask(made.patient, made);
  const refuse = () =>
    transact({ actor: support, now: NOON }, refuseInvoice, { invoiceId: id, reason: "税号与抬头不一致。" });
  const answers = await Promise.allSettled([refuse(), refuse(), issue(id)]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { status } = await rowOf(id);
  if (status === "refused") expect((await ask(made.patient, made)).id).not.toBe(id);
});

test("two that ask at once make one invoice", async () => {
  const made = await settled();
  const answers = await Promise.allSettled([ask(made.patient, made), ask(made.patient, made)]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("nothing paid, nothing to invoice; nobody else's order", async () => {
  const made = await order();
  await expect(ask(made.patient, made)).rejects.toMatchObject({ code: "nothing_to_invoice" });
  await expect(ask(await person("patient"), await settled())).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ["an organisation without a tax number", { ...organisation, taxNumber: "" }],
  ["a tax number with other characters", { ...organisation, taxNumber: "9150-0000-MA5U" }],
  ["a title of one character", { holder: "person", title: "李" }],
  ["a person with a tax number", { ...organisation, holder: "person" }],
])("%s is refused", (_, given) => {
  const thing = { kindOfThing: "order", thingId: "01a209de-4b3f-712d-9d0f-2ce2138f01fa" };
  expect(AskInvoice.safeParse({ ...thing, ...given }).success).toBe(false);
});

test.each([
  ["a file that is no PDF", new TextEncoder().encode("<html>")],
  ["an empty file", new Uint8Array()],
])("%s is not taken for an invoice", (_, file) => {
  const given = { id: "01a209de-4b3f-712d-9d0f-2ce2138f01fa", number: "25502000000001", file };
  expect(IssueInvoice.safeParse(given).success).toBe(false);
});
