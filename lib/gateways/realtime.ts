import "server-only";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import Pusher from "pusher";
import type { RealtimeEvent } from "@/lib/domain/realtime";
import { env } from "@/lib/env";

const BATCH = 10;

let client: Pusher | undefined;

function pusher(): Pusher {
  const { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET, PUSHER_HOST, PUSHER_PORT, PUSHER_TLS } = env();
  client ??= new Pusher({
    appId: PUSHER_APP_ID,
    key: PUSHER_KEY,
    secret: PUSHER_SECRET,
    host: PUSHER_HOST,
    port: String(PUSHER_PORT),
    useTLS: PUSHER_TLS,
    timeout: 5_000,
    agent: PUSHER_TLS ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true }),
  });
  return client;
}

/** Sends events in batches of ten; throws where the service does not take them (the outbox tries again). */
export async function sendRealtime(events: readonly RealtimeEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += BATCH) {
    const batch = events.slice(start, start + BATCH);
    await pusher().triggerBatch(
      batch.map(({ channel, event, data }) => ({ channel, name: event, data: JSON.stringify(data) })),
    );
  }
}

/** What a socket joins a channel with. */
export interface Signed {
  readonly auth: string;
  /** Whom the others of a presence channel see: an id alone. */
  readonly channel_data?: string;
}

/** The signature with which a socket joins a guarded channel as `userId`; who may is decided before. */
export const signChannel = (socketId: string, channel: string, userId: string): Signed =>
  pusher().authorizeChannel(socketId, channel, channel.startsWith("presence-") ? { user_id: userId } : undefined);

/** What a browser needs to connect: given at run time, never at build time. */
export function realtimeClientConfig() {
  const { PUSHER_KEY, PUSHER_HOST, PUSHER_PORT, PUSHER_TLS } = env();
  return { key: PUSHER_KEY, host: PUSHER_HOST, port: PUSHER_PORT, tls: PUSHER_TLS };
}
