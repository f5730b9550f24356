import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, plain, serve } from "../http";
import { httpApi } from "./http-api";
import { type App, type Faults, Hub } from "./hub";
import { socketDoor } from "./socket-door";
import { statusPage } from "./status-page";

const faultSchema = z
  .strictObject({
    dropRate: z.number().min(0).max(1),
    doubleRate: z.number().min(0).max(1),
    delayMs: z.int().min(0).max(60_000),
    shuffleMs: z.int().min(0).max(60_000),
    down: z.boolean(),
  })
  .partial();

/**
 * A stand-in for Pusher Channels that the official clients (`pusher`, `pusher-js`) use unchanged.
 *
 * Covered: WebSocket protocol 5 to 7 at `/app/:key` (public, private and presence channels, client events with their
 * rate limit, user sign-in and the user's own channel, ping and pong, close codes); the HTTP API with its signatures
 * (events, batch_events, channels, users of a channel, terminate_connections) and limits (10 KB an event, 100 channels
 * a trigger, 10 events a batch); socket_id exclusion; `info` attributes.
 * Not covered: TLS, the SockJS and long-polling fallbacks, webhooks, cache channels and watchlists, subscription_count
 * events, deciphering of `private-encrypted-` channels (they pass through as private ones), connection quotas,
 * `/timeline` statistics.
 *
 * Beside the protocol: `/` shows what goes on, `/health` answers 200, `/faults` takes `{ dropRate, doubleRate, delayMs,
 * shuffleMs, down }`. Faults touch deliveries to subscribers; `down` cuts every socket and hangs up on the API. Nothing is kept
 * over a restart, as with Pusher itself. `random` decides the rates (0 to below 1).
 */
export async function startPusher(options: {
  port: number;
  apps: App[];
  activityTimeoutSeconds?: number;
  random?: () => number;
}): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const { port, apps, activityTimeoutSeconds = 120, random = Math.random } = options;
  const faults: Faults = { dropRate: 0, doubleRate: 0, delayMs: 0, shuffleMs: 0, down: false };
  const hubs = apps.map((app) => new Hub(app, faults, random));
  const serving = await serve({
    port,
    before: ({ path }) => (faults.down && path.startsWith("/apps/") ? hangUp : undefined),
    routes: [
      get("/", () => statusPage(hubs)),
      get("/health", () => plain("ok")),
      ...faultRoutes(faults, faultSchema, ({ down }) => down && door.hangUp()),
      ...httpApi(new Map(hubs.map((hub) => [hub.app.appId, hub]))),
    ],
  });
  const door = socketDoor({
    server: serving.server,
    hubs: new Map(hubs.map((hub) => [hub.app.key, hub])),
    faults,
    activityTimeoutSeconds,
  });
  return {
    url: serving.url,
    port: serving.port,
    close() {
      door.hangUp();
      return serving.close();
    },
  };
}
