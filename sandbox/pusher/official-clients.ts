/** The vendor's own server library and browser client, pointed at a stand-in: what its tests speak with. */
import { once } from "node:events";
import PusherServer from "pusher";
import PusherClient from "pusher-js";
import { startPusher } from "./start-pusher";

export const app = { appId: "3001", key: "clinic-key", secret: "clinic-secret" };
type Started = Awaited<ReturnType<typeof startPusher>>;

/** A stand-in with clients that are closed with it. `random` as in `startPusher`. */
export async function openClinic(options: { random?: () => number; activityTimeoutSeconds?: number } = {}) {
  const standIn: Started = await startPusher({ port: 0, apps: [app], ...options });
  const clients: PusherClient[] = [];
  const sockets: WebSocket[] = [];

  const server = (changed: Partial<typeof app> = {}) =>
    new PusherServer({ ...app, ...changed, host: "127.0.0.1", port: String(standIn.port), useTLS: false });

  /** A connected browser; `secret` is what its authorization endpoint signs with. */
  async function browser(settings: { key?: string; secret?: string; userId?: string } = {}) {
    const { key = app.key, secret = app.secret, userId } = settings;
    const signer = server({ secret });
    const client = new PusherClient(key, {
      cluster: "",
      wsHost: "127.0.0.1",
      wsPort: standIn.port,
      forceTLS: false,
      enabledTransports: ["ws"],
      channelAuthorization: {
        endpoint: "",
        transport: "ajax",
        customHandler: ({ socketId, channelName }, answer) => {
          const member = userId === undefined ? undefined : { user_id: userId, user_info: { name: `${userId} 医生` } };
          const isPresence = channelName.startsWith("presence-");
          answer(null, signer.authorizeChannel(socketId, channelName, isPresence ? member : undefined));
        },
      },
      userAuthentication: {
        endpoint: "",
        transport: "ajax",
        customHandler: ({ socketId }, answer) => answer(null, signer.authenticateUser(socketId, { id: userId ?? "" })),
      },
    });
    clients.push(client);
    await said(client.connection, "connected", "error");
    return client;
  }

  /** A bare WebSocket, for what the official client never sends; resolves with how it ended or its first frame. */
  async function rawSocket(path: string) {
    const socket = new WebSocket(`ws://127.0.0.1:${standIn.port}${path}`);
    sockets.push(socket);
    const first = await Promise.race([once(socket, "message"), once(socket, "close")]);
    return { socket, first: first[0] as MessageEvent & CloseEvent };
  }

  return {
    standIn,
    server,
    browser,
    rawSocket,
    async setFaults(faults: Record<string, unknown>) {
      const answer = await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async close() {
      for (const client of clients) client.disconnect();
      for (const socket of sockets) socket.close();
      await standIn.close();
    },
  };
}

type Speaker = { bind(event: string, heard: (content: unknown) => void): unknown };

/** Resolves with what comes first of the named events. */
export const said = (speaker: Speaker, ...events: string[]) =>
  new Promise<unknown>((resolve) => {
    for (const event of events) speaker.bind(event, resolve);
  });

/** Collects what the named event brings, in order. */
export function heard(speaker: Speaker, event: string): unknown[] {
  const contents: unknown[] = [];
  speaker.bind(event, (content) => contents.push(content));
  return contents;
}

/** Subscribes, and resolves with the channel once the stand-in has agreed. */
export async function subscribed(client: PusherClient, name: string) {
  const channel = client.subscribe(name);
  await said(channel, "pusher:subscription_succeeded");
  return channel;
}
