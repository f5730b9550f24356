import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { requestRefund } from "@/lib/db/refund";
import { tellRoles } from "@/lib/db/tell-roles";
import type { Work } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { LOST_DAYS } from "@/lib/domain/shipment";
import { conflict } from "@/lib/errors";

/** An order with a parcel that nobody has heard of for a fortnight is lost: everything that was paid goes back, and a person is told. */
export async function loseOrder(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "order.sweep");
  const before = addDays(work.now, -LOST_DAYS);
  const order = await work.tx.order.findFirst({
    where: {
      ...{ id, status: "shipped" },
      shipments: {
        some: {
          status: { notIn: ["signed", "returned"] },
          OR: [{ lastEventAt: { lte: before } }, { lastEventAt: null, createdAt: { lte: before } }],
        },
      },
    },
    select: movableOrderSelect,
  });
  if (!order) throw conflict();
  await moveOrder(work, order, "lose", { change: { completedAt: work.now } });
  await requestRefund(work, { orderId: id, reasonCode: "lost_parcel" });
  const { accountId, number } = order;
  work.notify({ accountId, kind: "order_lost", params: { number }, path: `/patient/orders/${id}` });
  await tellRoles(work, ["head_pharmacist"], {
    ...{ kind: "parcel_lost_staff", params: { number }, path: `/pharmacist/orders/${id}` },
  });
}
