import { OpenRecording } from "@/lib/domain/call-input";
import { openRecording } from "@/lib/flows/call/open-recording";
import { route } from "@/lib/web/route";

export const GET = route("call.listen", OpenRecording, openRecording);
