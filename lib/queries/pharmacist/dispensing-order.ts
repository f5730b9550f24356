import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { readCollector } from "@/lib/domain/collector";
import { isId } from "@/lib/domain/id";
import { areaText } from "@/lib/domain/vocabulary/areas";
import { notFound } from "@/lib/errors";

/**
 * One order on the bench: its lines with the promised batches, who did what, and, once it is sealed for the courier, the address
 * for the label. The look is written down. Two statements.
 */
export async function dispensingOrder(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const row = await db().order.findFirst({
    where: { AND: [{ id }, scope.order(actor)] },
    select: {
      ...{
        id: true,
        number: true,
        status: true,
        fulfilment: true,
        paidAt: true,
        shelf: true,
        addressSealed: true,
        collectorSealed: true,
        signatureSealed: true,
        pickupCodeSealed: true,
      },
      ...{ patientId: true, pickedById: true, checkedById: true, areaCode: true, deliveryPayment: true },
      carrier: { select: { nameZh: true, nameEn: true } },
      shipments: {
        orderBy: { id: "asc" },
        select: { id: true, trackingNumber: true, status: true, expectedOn: true },
      },
      prescription: {
        select: {
          ...{ id: true, number: true },
          patient: { select: { name: true } },
          versions: {
            orderBy: { number: "desc" },
            take: 1,
            select: {
              items: {
                select: {
                  ...{ medicineId: true, dose: true, doseUnit: true, frequency: true, route: true, timing: true },
                  ...{ days: true, note: true },
                },
              },
            },
          },
        },
      },
      items: {
        orderBy: { position: "asc" },
        select: {
          ...{ id: true, medicineId: true, packs: true, leftOutReason: true },
          medicine: {
            select: {
              nameZh: true,
              nameEn: true,
              strengthZh: true,
              strengthEn: true,
              packZh: true,
              packEn: true,
              isRefrigerated: true,
            },
          },
          reservations: {
            where: { releasedAt: null },
            select: {
              id: true,
              quantity: true,
              batch: { select: { number: true, expiresOn: true, recalledAt: true, location: true } },
            },
          },
        },
      },
      events: { orderBy: { at: "asc" }, select: { id: true, event: true, toStatus: true, at: true } },
    },
  });
  if (!row) throw notFound();
  const { addressSealed, collectorSealed, signatureSealed, pickupCodeSealed, ...order } = row;
  const showsAddress = order.status === "sealed" && order.fulfilment === "express" && addressSealed !== null;
  await recordView(actor, now, {
    action: showsAddress ? "order.address_view" : "order.view",
    subjectType: "order",
    subjectId: id,
    patientId: order.patientId,
  });
  const today = dateColumn(shanghaiDay(now));
  const { versions, ...prescription } = order.prescription;
  const sigs = new Map(versions[0]?.items.map((item) => [item.medicineId, { ...item, dose: Number(item.dose) }]));
  return {
    ...order,
    prescription,
    signature: signatureSealed && unseal(signatureSealed),
    /** What lies in a parcel for whoever opens it; at the window the code is the patient's to say. */
    receiptCode: order.fulfilment === "express" && pickupCodeSealed ? unseal(pickupCodeSealed) : null,
    collectorName: collectorSealed && readCollector(unseal(collectorSealed)).name,
    /** R25: a promised batch may not be issued any more. */
    isStale: order.items.some(({ reservations }) =>
      reservations.some(({ batch }) => batch.recalledAt !== null || batch.expiresOn <= today),
    ),
    items: order.items.map((item) => ({ ...item, sig: sigs.get(item.medicineId) ?? null })),
    address: showsAddress ? { ...readAddress(unseal(addressSealed)), area: areaText(order.areaCode ?? "") } : null,
  };
}

export type DispensingOrder = Awaited<ReturnType<typeof dispensingOrder>>;
