import { recallMessage } from "@/lib/commands/message/recall";
import { RecallMessage } from "@/lib/domain/message-input";
import { route } from "@/lib/web/route";

export const POST = route("message.recall", RecallMessage, recallMessage);
