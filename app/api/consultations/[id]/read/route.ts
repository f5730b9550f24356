import { readMessages } from "@/lib/commands/message/read";
import { ReadMessages } from "@/lib/domain/message-input";
import { route } from "@/lib/web/route";

export const POST = route("message.read", ReadMessages, readMessages);
