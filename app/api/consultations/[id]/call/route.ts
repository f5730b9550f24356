import { FollowCall } from "@/lib/domain/call-input";
import { callNews } from "@/lib/queries/room/call";
import { route } from "@/lib/web/route";

export const GET = route("call.follow", FollowCall, callNews);
