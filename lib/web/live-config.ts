import "server-only";
import { realtimeClientConfig } from "@/lib/gateways/realtime";

/** Where the browser finds the realtime service: a page hands it to `LiveRefresh` or `Room`. */
export const liveConfig = () => realtimeClientConfig();
