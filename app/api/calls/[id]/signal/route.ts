import { signalCall } from "@/lib/commands/call/signal";
import { SignalCall } from "@/lib/domain/call-input";
import { route } from "@/lib/web/route";

export const POST = route("call.signal", SignalCall, signalCall);
