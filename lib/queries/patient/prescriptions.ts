import "server-only";
import { db } from "@/lib/db/client";
import { below, cursorOf, newestFirst } from "@/lib/db/keyset";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";

const PAGE = 20;

/** My prescriptions, the newest first, twenty at a time; `before` is the `next` of the page before. */
export async function myPrescriptions(actor: Person, before?: string) {
  const rows = await db().prescription.findMany({
    where: { AND: [scope.prescription(actor), below(before)] },
    orderBy: newestFirst,
    take: PAGE + 1,
    select: {
      ...{ id: true, number: true, status: true, createdAt: true, validUntil: true },
      patient: { select: { name: true } },
      consultation: { select: { doctor: { select: { nameZh: true, nameEn: true } } } },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          items: { orderBy: { position: "asc" }, select: { medicine: { select: { nameZh: true, nameEn: true } } } },
        },
      },
      orders: { where: { status: { notIn: ["lapsed", "cancelled"] } }, select: { id: true }, take: 1 },
    },
  });
  const shown = rows.slice(0, PAGE).map(({ versions, orders, consultation, patient, ...row }) => ({
    ...row,
    patientName: patient.name,
    doctor: consultation.doctor,
    medicines: versions.flatMap(({ items }) => items.map(({ medicine }) => medicine)),
    isOrdered: orders.length > 0,
  }));
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > PAGE ? cursorOf(last) : undefined };
}

export type MyPrescription = Awaited<ReturnType<typeof myPrescriptions>>["rows"][number];
