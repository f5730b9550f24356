"use server";

import { giveRefund as give } from "@/lib/commands/refund/give";
import { answerRequest as answer } from "@/lib/commands/request/answer";
import { resolveRequest as resolve } from "@/lib/commands/request/resolve";
import { GiveRefund } from "@/lib/domain/refund-input";
import { ReplyToRequest, ResolveRequest } from "@/lib/domain/request-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/admin" };

export const answerRequest = action("request.answer", ReplyToRequest, answer, options);
export const resolveRequest = action("request.resolve", ResolveRequest, resolve, options);
export const giveRefund = action("refund.give", GiveRefund, give, options);
