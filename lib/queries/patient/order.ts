import "server-only";
import { db } from "@/lib/db/client";
import { requestEntrySelect } from "@/lib/db/request-entry";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { wayOf } from "@/lib/db/sql/delivery";
import type { Person } from "@/lib/domain/actor";
import { maskMobile, readAddress } from "@/lib/domain/address";
import { readCollector } from "@/lib/domain/collector";
import { isId } from "@/lib/domain/id";
import { areaText } from "@/lib/domain/vocabulary/areas";
import { notFound } from "@/lib/errors";

const orderSelect = {
  ...{ id: true, number: true, status: true, fulfilment: true, medicineFen: true, deliveryFen: true },
  ...{
    deliveryPayment: true,
    carrierCode: true,
    provinceCode: true,
    areaCode: true,
    addressSealed: true,
    pickupCodeSealed: true,
  },
  collectorSealed: true,
  signatureSealed: true,
  ...{
    shelf: true,
    replaces: { select: { id: true, number: true } },
    createdAt: true,
    dueAt: true,
    paidAt: true,
    handedOverAt: true,
    prescriptionId: true,
  },
  prescription: { select: { number: true, patient: { select: { name: true } } } },
  carrier: { select: { nameZh: true, nameEn: true } },
  items: {
    orderBy: { position: "asc" },
    select: {
      ...{ position: true, packs: true, unitPriceFen: true, leftOutReason: true },
      medicine: { select: { nameZh: true, nameEn: true, packZh: true, packEn: true } },
    },
  },
  events: { orderBy: { at: "asc" }, select: { id: true, event: true, at: true } },
  shipments: {
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, status: true, trackingNumber: true, expectedOn: true },
      events: { orderBy: { at: "asc" }, select: { id: true, status: true, text: true, at: true } },
    },
  },
  payments: {
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, purpose: true, status: true, amountFen: true },
      refunds: {
        orderBy: { createdAt: "asc" },
        select: { id: true, amountFen: true, status: true, reasonCode: true, expectedAt: true, settledAt: true },
      },
    },
  },
  requests: {
    orderBy: { createdAt: "desc" },
    select: {
      ...{ id: true, kind: true, status: true, createdAt: true, dueAt: true, outcome: true, stars: true },
      entries: { orderBy: { at: "asc" }, select: requestEntrySelect },
    },
  },
} as const;

/**
 * One of my orders with everything that its page tells: what it holds, where it stands, its parcel, its money, its service
 * requests. The phone number is masked, the pickup code there once the medicine lies ready. Throws `not_found`.
 */
export async function myOrder(actor: Person, id: string) {
  if (!isId(id)) throw notFound();
  const found = await db().order.findFirst({ where: { AND: [{ id }, scope.order(actor)] }, select: orderSelect });
  if (!found) throw notFound();
  const {
    addressSealed,
    pickupCodeSealed,
    collectorSealed,
    signatureSealed,
    carrierCode,
    provinceCode,
    areaCode,
    prescription,
    ...order
  } = found;
  const way = carrierCode && provinceCode ? await wayOf(carrierCode, provinceCode) : null;
  const address = addressSealed ? readAddress(unseal(addressSealed)) : null;
  const isReady = order.status === "ready_for_pickup";
  return {
    ...{ ...order, provinceCode, way },
    patientName: prescription.patient.name,
    prescriptionNumber: prescription.number,
    address: address && {
      ...address,
      phone: maskMobile(address.phone),
      area: areaCode ? areaText(areaCode) : (way?.nameZh ?? ""),
    },
    signature: signatureSealed ? unseal(signatureSealed) : null,
    collector: collectorSealed ? readCollector(unseal(collectorSealed)) : null,
    pickupCode: isReady && pickupCodeSealed ? unseal(pickupCodeSealed) : null,
  };
}

export type MyOrderPage = Awaited<ReturnType<typeof myOrder>>;

/** What the page needs on which the address is changed. Throws `not_found`. */
export async function orderAddress(actor: Person, id: string) {
  if (!isId(id)) throw notFound();
  const [order, provinces] = await Promise.all([
    db().order.findFirst({
      where: { AND: [{ id, fulfilment: "express" }, scope.order(actor)] },
      select: {
        ...{ id: true, number: true, status: true, areaCode: true, deliveryFen: true },
        carrier: { select: { nameZh: true, nameEn: true } },
      },
    }),
    db().province.findMany({ orderBy: { code: "asc" }, select: { code: true, nameZh: true, nameEn: true } }),
  ]);
  if (!order?.carrier) throw notFound();
  return { ...order, carrier: order.carrier, provinces };
}
