import { addDays, dateColumn, minuteOfDay, shanghaiDay } from "./calendar";
import { machine, type Table } from "./machine";

export type ShipmentStatus =
  | "created"
  | "collected"
  | "in_transit"
  | "out_for_delivery"
  | "signed"
  | "problem"
  | "rejected"
  | "returning"
  | "returned";

export type ShipmentEvent = Exclude<ShipmentStatus, "created">;

const onTheRoad = {
  collected: "collected",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  signed: "signed",
  problem: "problem",
  rejected: "rejected",
  returning: "returning",
  returned: "returned",
} as const;

const table = {
  created: onTheRoad,
  collected: onTheRoad,
  in_transit: onTheRoad,
  out_for_delivery: onTheRoad,
  problem: onTheRoad,
  rejected: { returning: "returning", returned: "returned" },
  returning: { returned: "returned" },
  signed: {},
  returned: {},
} as const satisfies Table<ShipmentStatus, ShipmentEvent>;

/** A parcel that nobody has heard of for so long is stale; after so many days it is given up as lost. */
export const STALE_HOURS = 48;
export const LOST_DAYS = 15;

/** Hours of silence after which the platform is asked instead of waited for, and between two such questions. */
export const POLL_AFTER_HOURS = 12;

/** Days after the carrier says "signed" that an order completes by itself. */
export const COMPLETE_DAYS = 7;

/** The hospital's day on which a parcel should be there: the carrier's days, one more where the courier has been already. */
export function expectedDay(
  handedOverAt: Date,
  way: { readonly maxDays: number; readonly cutoffMinute: number },
): Date {
  const isLate = minuteOfDay(handedOverAt) >= way.cutoffMinute;
  return addDays(dateColumn(shanghaiDay(handedOverAt)), way.maxDays + (isLate ? 1 : 0));
}

/** The recipient signs for a parcel that stands at the door, or that the carrier says was handed over (R26). */
export const canBeSignedFor = (status: ShipmentStatus): boolean => status === "out_for_delivery" || status === "signed";

/** A carrier's reports come in any order: the event is the state that was reported, and final ones stay. */
export const shipmentMachine = machine<ShipmentStatus, ShipmentEvent>(table);
