"use server";

import { answerCall as answer } from "@/lib/commands/call/answer";
import { endCall as end } from "@/lib/commands/call/end";
import { startCall as start } from "@/lib/commands/call/start";
import { AnswerCall, EndCall, StartCall } from "@/lib/domain/call-input";
import { action } from "@/lib/web/action";

export const startCall = action("call.start", StartCall, start);
export const answerCall = action("call.answer", AnswerCall, answer);
export const endCall = action("call.end", EndCall, end);
