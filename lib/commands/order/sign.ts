import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { isSameCode } from "@/lib/db/same-code";
import { scope } from "@/lib/db/scope";
import { seal, unseal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import type { SignForOrder } from "@/lib/domain/order-input";
import { authorize } from "@/lib/domain/policy";
import { canBeSignedFor } from "@/lib/domain/shipment";
import { notFound, Refusal } from "@/lib/errors";

/**
 * R26: the patient signs when every parcel is at the door, or was handed over as the carrier says: with the name drawn, or with the
 * code that lies in the parcel. Throws `parcel_on_its_way` before, `wrong_receipt_code`.
 */
export async function signForOrder(work: Work, input: SignForOrder): Promise<void> {
  authorize(work.actor, "order.sign");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, pickupCodeSealed: true, shipments: { select: { status: true } } },
  });
  if (!order) throw notFound();
  if (order.status === "shipped" && !order.shipments.every(({ status }) => canBeSignedFor(status)))
    throw new Refusal("parcel_on_its_way", { rule: "R26" });
  const { signature, code } = input;
  if (code && !(order.pickupCodeSealed && isSameCode(unseal(order.pickupCodeSealed), code)))
    throw new Refusal("wrong_receipt_code", { fields: { code: "wrong_receipt_code" } });
  const drawn = signature && !code ? { signatureSealed: seal(signature) } : {};
  await moveOrder(work, order, "sign", {
    change: { completedAt: work.now, ...drawn },
    reason: code ? "by_code" : "by_signature",
  });
}
