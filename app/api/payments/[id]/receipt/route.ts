import { OpenReceipt } from "@/lib/domain/paper-input";
import { openReceipt } from "@/lib/flows/payment/papers";
import { route } from "@/lib/web/route";

export const GET = route("payment.download", OpenReceipt, openReceipt, { atOnce: 2 });
