import "server-only";
import { mailFlagsSelect } from "@/lib/domain/delivery";
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
              medicine: { select: { ...mailFlagsSelect, priceFen: true, isActive: true } },
            },
          },
        },
      },
    },
  });

/** A carrier that works for the hospital, with its rate for one province; null where there is none. */
export const findCarrier = (work: Work, code: string, provinceCode: string) =>
  work.tx.carrier.findFirst({
    where: { code, isActive: true },
    select: { hasColdChain: true, cashOnArrival: true, rates: { where: { provinceCode }, select: { priceFen: true } } },
  });
