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

/** The recipient signs for a parcel that stands at the door, or that the carrier says was handed over (R26). */
export const canBeSignedFor = (status: ShipmentStatus): boolean => status === "out_for_delivery" || status === "signed";

/** A carrier's reports come in any order: the event is the state that was reported, and final ones stay. */
export const shipmentMachine = machine<ShipmentStatus, ShipmentEvent>(table);
