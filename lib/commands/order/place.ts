import "server-only";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { keepAddress } from "@/lib/db/keep-address";
import { findCarrier, findOrderable } from "@/lib/db/ordering";
import { newPickupCode } from "@/lib/db/pickup-code";
import { seal } from "@/lib/db/seal";
import { insertOrder } from "@/lib/db/sql/place-order";
import { reserveStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addressText } from "@/lib/domain/address";
import { addMinutes } from "@/lib/domain/calendar";
import { requireConsents } from "@/lib/domain/consent";
import { type MailFlags, medicineTotal, parcelGrams, requireDeliverable } from "@/lib/domain/delivery";
import { ORDER_PAYMENT_MINUTES } from "@/lib/domain/order";
import type { ExpressOrder, PlaceOrder } from "@/lib/domain/order-input";
import { authorize } from "@/lib/domain/policy";
import { provinceOf } from "@/lib/domain/vocabulary/areas";
import { conflict, notFound, Refusal } from "@/lib/errors";

type Line = { readonly packs: number; readonly medicine: MailFlags & { readonly packGrams: number } };

/** R22, R23: by whom, for how much, whereto. Price and what may be mailed are looked up now. */
async function express(work: Work, input: ExpressOrder, lines: readonly Line[]) {
  const { carrierCode, areaCode, deliveryPayment } = input;
  const carrier = await findCarrier(work, carrierCode, areaCode, parcelGrams(lines));
  if (!carrier)
    throw new Refusal("carrier_unavailable", { rule: "R23", fields: { carrierCode: "carrier_unavailable" } });
  requireDeliverable(lines, carrier, deliveryPayment);
  if (input.keep) await keepAddress(work, input);
  return {
    ...{ deliveryFen: carrier.priceFen, deliveryPayment, carrierCode, areaCode, provinceCode: provinceOf(areaCode) },
    ...{ addressSealed: seal(addressText(input)), pickupCodeSealed: newPickupCode() },
  };
}

/** Whoever shows this code at the window is handed the medicine. */
const pickup = () => ({
  ...{ deliveryFen: 0, deliveryPayment: null, carrierCode: null, areaCode: null, provinceCode: null },
  ...{ addressSealed: null, pickupCodeSealed: newPickupCode() },
});

/**
 * Orders the medicine of an approved prescription (R12, R15): the packs are promised and the order waits for its payment.
 * Throws `consent_needed` (R31) for a parcel, `out_of_stock`, `cannot_be_mailed`, `carrier_unavailable`; `already_ordered` or `conflict` where there is an order.
 */
export async function placeOrder(work: Work, input: PlaceOrder): Promise<{ id: string }> {
  authorize(work.actor, "order.place");
  const prescription = await findOrderable(work, input.prescriptionId);
  if (!prescription) throw notFound();
  if (prescription.orders.length > 0) throw new Refusal("already_ordered");
  if (prescription.status !== "approved") throw new Refusal("prescription_not_approved", { rule: "R12" });
  if (!prescription.validUntil || prescription.validUntil <= work.now)
    throw new Refusal("prescription_out_of_date", { rule: "R15" });
  const lines = prescription.versions[0]?.items ?? [];
  if (lines.some(({ medicine }) => !medicine.isActive)) throw new Refusal("medicine_withdrawn");
  if (input.fulfilment === "express") requireConsents("delivery", prescription.patient, work.now);
  const delivery = input.fulfilment === "express" ? await express(work, input, lines) : pickup();

  const id = newId();
  const items = lines.map(({ medicine, ...line }) => ({ id: newId(), ...line, unitPriceFen: medicine.priceFen }));
  const medicineFen = medicineTotal(lines);
  const isPlaced = await insertOrder(work, prescription, {
    ...{ id, number: await humanNumber(work.tx, "O", work.now), accountId: asPerson(work.actor).accountId },
    ...{ fulfilment: input.fulfilment, medicineFen, ...delivery, items },
    dueAt: addMinutes(work.now, ORDER_PAYMENT_MINUTES),
  });
  if (!isPlaced) throw conflict();
  await reserveStock(
    work,
    items.map(({ id: orderItemId, medicineId, packs }) => ({ orderItemId, medicineId, packs })),
  );
  work.audit({
    action: "order.place",
    subjectType: "order",
    subjectId: id,
    patientId: prescription.patientId,
    detail: {
      fulfilment: input.fulfilment,
      carrier: delivery.carrierCode,
      medicineFen,
      deliveryFen: delivery.deliveryFen,
    },
  });
  return { id };
}
