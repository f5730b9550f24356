"use server";

import { checkOrder as check } from "@/lib/commands/order/check";
import { leaveOut as leave } from "@/lib/commands/order/leave-out";
import { pickOrder as pick } from "@/lib/commands/order/pick";
import { pickOrderAgain as pickAgain } from "@/lib/commands/order/pick-again";
import { sealOrder as seal } from "@/lib/commands/order/seal";
import { shelveOrder as shelve } from "@/lib/commands/order/shelve";
import { CheckOrder, HandOverOrder, LeaveOut, MoveOrder, ShelveOrder, ShipOrder } from "@/lib/domain/dispensing-input";
import { handOver } from "@/lib/flows/order/hand-over";
import { ship } from "@/lib/flows/order/ship";
import { action, flowAction } from "@/lib/web/action";

const options = { revalidate: "/pharmacist" };

export const pickOrder = action("order.pick", MoveOrder, pick, options);
export const pickOrderAgain = action("order.pick", MoveOrder, pickAgain, options);
export const leaveOut = action("order.leave_out", LeaveOut, leave, options);
export const checkOrder = action("order.check", CheckOrder, check, options);
export const sealOrder = action("order.seal", MoveOrder, seal, options);
export const shelveOrder = action("order.shelve", ShelveOrder, shelve, options);
export const shipOrder = flowAction("order.ship", ShipOrder, ship, options);
export const handOverOrder = flowAction("order.hand_over", HandOverOrder, handOver, options);
