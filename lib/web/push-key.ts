import "server-only";
import { pushKey } from "@/lib/gateways/push";

/** What a browser needs to subscribe to notices; made anew for no request. */
export const applicationKey = pushKey;
