"use server";

import { placeOrder as placeOrderCommand } from "@/lib/commands/order/place";
import { PlaceOrder } from "@/lib/domain/order-input";
import { ReadPasted } from "@/lib/domain/saved-address";
import { readPasted as readPastedFlow } from "@/lib/flows/address/read-pasted";
import { action, flowAction } from "@/lib/web/action";

export const placeOrder = action("order.place", PlaceOrder, placeOrderCommand, { revalidate: "/patient" });
export const readPasted = flowAction("address.read", ReadPasted, readPastedFlow);
