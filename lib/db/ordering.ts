import "server-only";
import { deliveryPrice, mailFlagsSelect } from "@/lib/domain/delivery";
import { cityOf, provinceOf } from "@/lib/domain/vocabulary/areas";
import { liveConsents } from "./consents";
import { scope } from "./scope";
import type { Work } from "./transact";

/** A prescription with its newest lines at the prices of now, and the order that it has already; null where there is none. */
export const findOrderable = (work: Work, id: string) =>
  work.tx.prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(work.actor)] },
    select: {
      ...{ id: true, version: true, status: true, validUntil: true, patientId: true },
      patient: { select: { birthDate: true, consents: liveConsents(work.actor, work.now) } },
      orders: { where: { status: { notIn: ["lapsed", "cancelled"] } }, select: { id: true }, take: 1 },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          items: {
            orderBy: { position: "asc" },
            select: {
              ...{ position: true, medicineId: true, packs: true },
              medicine: { select: { ...mailFlagsSelect, priceFen: true, packGrams: true, isActive: true } },
            },
          },
        },
      },
    },
  });

/** A carrier that works for the hospital, with what it asks for a parcel to an area; null where it does not go there. */
export async function findCarrier(work: Work, code: string, areaCode: string, grams: number) {
  const within = [areaCode, cityOf(areaCode), provinceOf(areaCode)];
  const carrier = await work.tx.carrier.findFirst({
    where: { code, isActive: true },
    select: {
      ...{ hasColdChain: true, cashOnArrival: true },
      rates: { where: { provinceCode: provinceOf(areaCode) }, select: { priceFen: true, extraKiloFen: true } },
      remoteAreas: { where: { areaCode: { in: within } }, orderBy: { areaCode: "desc" }, take: 1 },
    },
  });
  const rate = carrier?.rates[0];
  if (!carrier || !rate) return null;
  const remote = carrier.remoteAreas[0];
  const priceFen = deliveryPrice({ ...rate, remoteFen: remote ? remote.extraFen : 0 }, grams);
  return priceFen === null ? null : { ...carrier, priceFen };
}
