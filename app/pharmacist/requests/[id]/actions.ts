"use server";

import { giveRefund as give } from "@/lib/commands/refund/give";
import { answerRequest as answer } from "@/lib/commands/request/answer";
import { closeRequest as close } from "@/lib/commands/request/close";
import { sendAgain as again } from "@/lib/commands/request/send-again";
import { takeRequest as take } from "@/lib/commands/request/take";
import { GiveRefund } from "@/lib/domain/refund-input";
import { AnswerRequest, CloseRequest, SendAgain, TakeRequest } from "@/lib/domain/request-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/pharmacist" };

export const answerRequest = action("request.answer", AnswerRequest, answer, options);
export const closeRequest = action("request.close", CloseRequest, close, options);
export const takeRequest = action("request.take", TakeRequest, take, options);
export const sendAgain = action("request.send_again", SendAgain, again, options);
export const giveRefund = action("refund.give", GiveRefund, give, options);
