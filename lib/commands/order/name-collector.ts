import "server-only";
import { scope } from "@/lib/db/scope";
import { seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { collectorText } from "@/lib/domain/collector";
import { orderMachine } from "@/lib/domain/order";
import type { NameCollector } from "@/lib/domain/order-input";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound } from "@/lib/errors";

/** The patient names who collects the order instead; the last one named counts. Throws `conflict` for a parcel, or once it is collected. */
export async function nameCollector(work: Work, input: NameCollector): Promise<void> {
  authorize(work.actor, "order.name_collector");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { id: true, patientId: true },
  });
  if (!order) throw notFound();
  const { count } = await work.tx.order.updateMany({
    where: {
      ...{ id: order.id, fulfilment: "pickup", paidAt: { not: null } },
      status: { in: orderMachine.states.filter((state) => !orderMachine.isFinal(state)) },
    },
    data: {
      collectorSealed: seal(collectorText({ name: input.collectorName, idTail: input.idTail })),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "order.name_collector", subjectType: "order", subjectId: order.id, patientId: order.patientId });
  work.emit({ channel: channels.order(order.id), event: "changed", data: { id: order.id } });
  work.emit({ channel: channels.dispensingDesk, event: "changed", data: { id: order.id } });
}
