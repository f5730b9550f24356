"use server";

import { cancelTest as callOff } from "@/lib/commands/test-order/cancel";
import { orderTest as order } from "@/lib/commands/test-order/order";
import { CancelTest, OrderTest } from "@/lib/domain/test-order-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/doctor" };

export const orderTest = action("test_order.order", OrderTest, order, options);
export const cancelTest = action("test_order.cancel", CancelTest, callOff, options);
