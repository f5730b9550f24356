"use server";

import { placeOrder as placeOrderCommand } from "@/lib/commands/order/place";
import { PlaceOrder } from "@/lib/domain/order-input";
import { action } from "@/lib/web/action";

export const placeOrder = action("order.place", PlaceOrder, placeOrderCommand, { revalidate: "/patient" });
