import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { requireFreshStock } from "@/lib/db/fresh-order";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import { issueStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import type { MoveOrder } from "@/lib/domain/dispensing-input";
import { renewalDueAt } from "@/lib/domain/medication-plan";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** R25, R26: the parcel is closed; from here on it is written which batch went to whom, and the prescription is dispensed. */
export async function sealOrder(work: Work, input: MoveOrder): Promise<void> {
  authorize(work.actor, "order.seal");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...movableOrderSelect,
      prescriptionId: true,
      prescription: {
        select: {
          ...{ consultationId: true, number: true },
          versions: { orderBy: { number: "desc" }, take: 1, select: { items: { select: { days: true } } } },
        },
      },
    },
  });
  if (!order) throw notFound();
  const { consultationId, number, versions } = order.prescription;
  await requireFreshStock(work, order.id);
  await moveOrder(work, order, "seal");
  await issueStock(work, order.id);
  await work.tx.prescription.updateMany({
    where: { id: order.prescriptionId, status: "approved" },
    data: {
      ...{ status: "dispensed", closedAt: work.now, version: { increment: 1 } },
      renewalDueAt: renewalDueAt(work.now, versions[0]?.items ?? []),
    },
  });
  await appendMessage(work, { consultationId, kind: "system", body: "prescription_dispensed", params: { number } });
}
