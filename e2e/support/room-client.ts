import Pusher from "pusher-js";
import { channels } from "../../lib/domain/realtime";
import type { Reach } from "../../lib/live/ask";
import { attach } from "../../lib/live/connect";
import { type ConversationStore, conversationStore } from "../../lib/live/conversation";
import { roomApi } from "../../lib/live/room-api";
import { setting } from "./settings";
import { SESSION_COOKIE } from "./sign-in";

export interface Session {
  readonly accountId: string;
  readonly cookie: string;
}

/** One person's room without a browser: the application's own store, the vendor's own client, the real doors. */
export interface RoomClient {
  readonly store: ConversationStore;
  readonly accountId: string;
  /** Leaves the realtime service and comes back after a while. */
  cutFor(ms: number): void;
  close(): void;
}

/** What a browser's storage is to a tab; a map, since nothing here is reloaded. */
function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

/** Sends requests as somebody who is signed in. */
export const reachAs =
  ({ cookie }: Session): Reach =>
  (path, init) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", `${SESSION_COOKIE}=${cookie}`);
    headers.set("origin", setting("BASE_URL"));
    return fetch(setting("BASE_URL") + path, { ...init, headers });
  };

function realtime(reach: Reach): Pusher {
  const { hostname, port } = new URL(setting("PUSHER_URL"));
  return new Pusher(setting("PUSHER_KEY"), {
    ...{ cluster: "", wsHost: hostname, wsPort: Number(port), forceTLS: false, enabledTransports: ["ws"] },
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      customHandler: ({ socketId, channelName }, answer) => {
        const body = new URLSearchParams({ socket_id: socketId, channel_name: channelName });
        reach("/api/realtime/auth", { method: "POST", body })
          .then(async (signed) => answer(null, await signed.json()))
          .catch((error: Error) => answer(error, null));
      },
    },
  });
}

/** Opens a conversation, which nobody has written in yet, for one of its two. */
export async function openRoom(consultationId: string, session: Session): Promise<RoomClient> {
  const reach = reachAs(session);
  const api = roomApi(consultationId, reach);
  const initial = await api.after(0);
  if (!initial.ok) throw new Error(`the conversation does not open: ${initial.why}`);
  const pusher = realtime(reach);
  const storage = memory();
  const store = conversationStore({ consultationId, accountId: session.accountId }, initial.data, {
    api,
    listen: (ear) => attach(pusher, channels.consultation(consultationId), ear),
    keep: () => storage,
    files: { put: async () => false, get: async () => undefined, remove: async () => {}, preview: () => "" },
  });
  const stop = store.start();
  return {
    store,
    accountId: session.accountId,
    cutFor(ms) {
      pusher.disconnect();
      setTimeout(() => pusher.connect(), ms);
    },
    close() {
      stop();
      pusher.disconnect();
    },
  };
}

/** Says something and waits until the server has it; how it ended where it was refused. */
export async function sayAndWait({ store }: RoomClient, text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => {
    const { unsent } = store.snapshot();
    if (unsent.length === 0) resolve();
    const refused = unsent.find(({ state }) => state === "failed");
    if (refused) reject(new Error(`refused: ${refused.reason}`));
  };
  store.say(text);
  const leave = store.subscribe(look);
  look();
  await promise.finally(leave);
}
