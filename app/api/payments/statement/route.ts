import { OpenStatement } from "@/lib/domain/paper-input";
import { openStatement } from "@/lib/flows/payment/papers";
import { route } from "@/lib/web/route";

export const GET = route("payment.download", OpenStatement, openStatement, { atOnce: 2 });
