import "server-only";
import { db } from "@/lib/db/client";
import { below, cursorOf, newestFirst } from "@/lib/db/keyset";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";

const PAGE = 20;

/** My orders, the newest first, twenty at a time; `before` is the `next` of the page before. */
export async function myOrders(actor: Person, before?: string) {
  const rows = await db().order.findMany({
    where: { AND: [scope.order(actor), below(before)] },
    orderBy: newestFirst,
    take: PAGE + 1,
    select: {
      ...{ id: true, number: true, status: true, fulfilment: true, createdAt: true, dueAt: true },
      ...{ medicineFen: true, deliveryFen: true },
      carrier: { select: { nameZh: true, nameEn: true } },
      items: { orderBy: { position: "asc" }, select: { medicine: { select: { nameZh: true, nameEn: true } } } },
      prescription: { select: { patient: { select: { name: true } } } },
    },
  });
  const shown = rows.slice(0, PAGE).map(({ prescription, items, ...row }) => ({
    ...row,
    patientName: prescription.patient.name,
    medicines: items.map(({ medicine }) => medicine),
  }));
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > PAGE ? cursorOf(last) : undefined };
}

export type MyOrder = Awaited<ReturnType<typeof myOrders>>["rows"][number];
