"use server";

import { cancelOrder as cancelOrderCommand } from "@/lib/commands/order/cancel";
import { changeAddress as changeAddressCommand } from "@/lib/commands/order/change-address";
import { nameCollector as nameCollectorCommand } from "@/lib/commands/order/name-collector";
import { followUpRequest as followUpRequestCommand } from "@/lib/commands/request/follow-up";
import { openRequest as openRequestCommand } from "@/lib/commands/request/open";
import { rateRequest as rateRequestCommand } from "@/lib/commands/request/rate";
import { reopenRequest as reopenRequestCommand } from "@/lib/commands/request/reopen";
import { resolveRequest as resolveRequestCommand } from "@/lib/commands/request/resolve";
import { CancelOrder, ChangeAddress, NameCollector, SignForOrder } from "@/lib/domain/order-input";
import { OpenRequest, RateRequest, ReopenRequest, ReplyToRequest, ResolveRequest } from "@/lib/domain/request-input";
import { sign } from "@/lib/flows/order/sign";
import { action, flowAction } from "@/lib/web/action";

const shown = { revalidate: "/patient" };

export const changeAddress = action("order.change_address", ChangeAddress, changeAddressCommand, shown);
export const nameCollector = action("order.name_collector", NameCollector, nameCollectorCommand, shown);
export const cancelOrder = action("order.cancel", CancelOrder, cancelOrderCommand, shown);
export const signForOrder = flowAction("order.sign", SignForOrder, sign, shown);
export const openRequest = action("request.open", OpenRequest, openRequestCommand, shown);
export const followUpRequest = action("request.follow_up", ReplyToRequest, followUpRequestCommand, shown);
export const resolveRequest = action("request.resolve", ResolveRequest, resolveRequestCommand, shown);
export const reopenRequest = action("request.reopen", ReopenRequest, reopenRequestCommand, shown);
export const rateRequest = action("request.rate", RateRequest, rateRequestCommand, shown);
