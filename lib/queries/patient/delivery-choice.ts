import "server-only";
import { db } from "@/lib/db/client";
import { liveConsents } from "@/lib/db/consents";
import { scope } from "@/lib/db/scope";
import { waysToDeliver } from "@/lib/db/sql/delivery";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isUnderFourteen } from "@/lib/domain/consent";
import {
  blockedLines,
  carrierOffers,
  deliveryPrice,
  mailFlagsSelect,
  medicineTotal,
  parcelGrams,
} from "@/lib/domain/delivery";
import { isId } from "@/lib/domain/id";
import { isDistrict } from "@/lib/domain/vocabulary/areas";
import { notFound } from "@/lib/errors";
import { readSaved, savedAddressesWithin } from "./addresses";
import { stillNeeded } from "./consents";

/** No carrier can do more. */
const BEST = { hasColdChain: true };

/**
 * What can be chosen for a prescription before anything is paid (R22, R23): its lines at the prices of now, what no carrier may
 * take, and, where an area was named, the carriers compared by what the parcel weighs. Throws `not_found`.
 */
export async function deliveryChoice(actor: Person, now: Date, prescriptionId: string, areaCode: string | null) {
  if (!isId(prescriptionId)) throw notFound();
  const found = await db().prescription.findFirst({
    where: { AND: [{ id: prescriptionId }, scope.prescription(actor)] },
    select: {
      ...{ id: true, number: true, status: true, validUntil: true, patientId: true },
      patient: { select: { id: true, name: true, birthDate: true, consents: liveConsents(actor, now) } },
      orders: { where: { status: { notIn: ["lapsed", "cancelled"] } }, select: { id: true }, take: 1 },
      consultation: { select: { account: { select: { savedAddresses: savedAddressesWithin } } } },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          items: {
            orderBy: { position: "asc" },
            select: {
              ...{ position: true, packs: true },
              medicine: {
                select: {
                  ...mailFlagsSelect,
                  ...{ nameZh: true, nameEn: true, packZh: true, packEn: true, priceFen: true, packGrams: true },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { versions, orders, patientId, patient, consultation, ...prescription } = found;
  const saved = consultation.account.savedAddresses.map(readSaved);
  // Where nothing was asked for, the default address says where.
  const area = areaCode || (saved[0]?.isDefault ? saved[0].areaCode : "");
  const { birthDate, consents, ...person } = patient;
  const missing = await stillNeeded("delivery", { birthDate, consents }, now);
  // The carriers come once their consent was given.
  const { provinces, carriers } =
    missing.length > 0 ? { provinces: [], carriers: [] } : await waysToDeliver(isDistrict(area) ? area : null);
  const lines = versions[0]?.items ?? [];
  await recordView(actor, now, {
    ...{ action: "prescription.view", subjectType: "prescription", subjectId: prescriptionId, patientId },
  });
  return {
    ...{ prescription, lines, provinces, missing, saved, area },
    person: { ...person, isChild: isUnderFourteen(birthDate, now) },
    orderId: orders[0]?.id ?? null,
    isOrderable:
      prescription.status === "approved" && prescription.validUntil !== null && prescription.validUntil > now,
    medicineFen: medicineTotal(lines),
    /** Lines that stay with the hospital, whoever drives. */
    neverMailed: blockedLines(lines, BEST),
    needsColdChain: blockedLines(lines).some(({ block }) => block === "refrigerated"),
    offers: carrierOffers(
      carriers.flatMap(({ table, ...carrier }) => {
        const priceFen = deliveryPrice(table, parcelGrams(lines));
        return priceFen === null ? [] : [{ ...carrier, rate: { ...table, priceFen } }];
      }),
      lines,
    ),
    /** Carriers that do not go to the area. */
    notThere: carriers.filter(({ table }) => table.remoteFen === null),
  };
}

export type DeliveryChoice = Awaited<ReturnType<typeof deliveryChoice>>;
