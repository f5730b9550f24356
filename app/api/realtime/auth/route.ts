import { JoinChannel } from "@/lib/domain/realtime-input";
import { joinChannel } from "@/lib/flows/realtime/join";
import { route } from "@/lib/web/route";

export const POST = route("realtime.join", JoinChannel, joinChannel);
