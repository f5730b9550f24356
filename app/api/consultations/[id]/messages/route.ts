import { sendMessage } from "@/lib/commands/message/send";
import { ListMessages, SendMessage } from "@/lib/domain/message-input";
import { listMessages } from "@/lib/queries/room/messages";
import { route } from "@/lib/web/route";

export const GET = route("message.list", ListMessages, listMessages);
export const POST = route("message.send", SendMessage, sendMessage);
