import type Pusher from "pusher-js";
import type { Channel, PresenceChannel } from "pusher-js";

/** Where the realtime service is: handed over by the server with each page. */
export interface LiveConfig {
  readonly key: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** What a listener hears of its channel. */
export interface Ear {
  /** An event of ours: its name and what it carries (ids and numbers). */
  heard(event: string, data: unknown): void;
  /** Whether events reach us. Each `true` follows a gap: whatever happened before it was not heard. */
  live(isLive: boolean): void;
  /** Whose accounts are on the channel now, one's own too, where it tells. */
  present?(accountIds: readonly string[]): void;
  /** Takes what tells the others on the channel something that nobody keeps; it is lost on whoever does not listen now. */
  voice?(tell: (event: `client-${string}`) => void): void;
}

const RETRY_MS = 5_000;
const REFUSED = new Set([401, 403, 404, 422]);

let loading: Promise<Pusher> | undefined;
const listeners = new Map<string, number>();

async function authorize(socketId: string, channelName: string): Promise<{ auth: string; channel_data?: string }> {
  const answer = await fetch("/api/realtime/auth", {
    method: "POST",
    body: new URLSearchParams({ socket_id: socketId, channel_name: channelName }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function load({ key, host, port, tls }: LiveConfig): Promise<Pusher> {
  const { default: Client } = await import("pusher-js");
  return new Client(key, {
    cluster: "",
    wsHost: host,
    wsPort: port,
    wssPort: port,
    forceTLS: tls,
    enabledTransports: [tls ? "wss" : "ws"],
    enableStats: false,
    activityTimeout: 30_000,
    pongTimeout: 5_000,
    channelAuthorization: {
      endpoint: "/api/realtime/auth",
      transport: "ajax",
      customHandler: ({ socketId, channelName }, answer) => {
        authorize(socketId, channelName).then(
          (signed) => answer(null, signed),
          (error: Error) => answer(error, null),
        );
      },
    },
  });
}

/** One connection a document, made when somebody first listens. */
function connect(config: LiveConfig): Promise<Pusher> {
  loading ??= load(config).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Why a subscription failed: the status of our own answer, where there was one. */
const isRefused = (error: unknown) =>
  typeof error === "object" && error !== null && "error" in error && REFUSED.has(Number(error.error));

const ABOUT_MEMBERS = ["pusher:subscription_succeeded", "pusher:member_added", "pusher:member_removed"];

const membersOf = (channel: Channel): string[] => {
  const { members } = channel as Partial<PresenceChannel>;
  return Object.keys(members?.members ?? {});
};

function join(pusher: Pusher, name: string): Channel {
  listeners.set(name, (listeners.get(name) ?? 0) + 1);
  return pusher.subscribe(name);
}

function leave(pusher: Pusher, name: string) {
  const left = (listeners.get(name) ?? 1) - 1;
  if (left > 0) {
    listeners.set(name, left);
    return;
  }
  listeners.delete(name);
  pusher.unsubscribe(name);
}

/** Listens to a channel by a client that is there already, until the returned function is called. */
export function attach(pusher: Pusher, name: string, ear: Ear): () => void {
  const channel = join(pusher, name);
  let retry: ReturnType<typeof setTimeout> | undefined;
  const onEvent = (event: string, data: unknown) => {
    if (ABOUT_MEMBERS.includes(event)) ear.present?.(membersOf(channel));
    if (event === "pusher:subscription_succeeded") ear.live(true);
    else if (event === "pusher:subscription_error") {
      ear.live(false);
      if (!isRefused(data)) retry = setTimeout(() => pusher.subscribe(name), RETRY_MS);
    } else if (!event.startsWith("pusher:")) ear.heard(event, data);
  };
  const onState = ({ current }: { current: string }) => {
    if (current !== "connected") ear.live(false);
  };
  channel.bind_global(onEvent);
  pusher.connection.bind("state_change", onState);
  ear.voice?.((event) => {
    if (channel.subscribed) channel.trigger(event, {});
  });
  if (channel.subscribed) {
    ear.present?.(membersOf(channel));
    ear.live(true);
  }
  return () => {
    clearTimeout(retry);
    channel.unbind_global(onEvent);
    pusher.connection.unbind("state_change", onState);
    leave(pusher, name);
  };
}

/**
 * Listens to a channel until the returned function is called. The client library is loaded now, not with the page; where
 * it cannot be loaded, or the server does not answer, it is tried again every 5 s. A refusal (403) is final.
 */
export function listen(config: LiveConfig, name: string, ear: Ear): () => void {
  let isStopped = false;
  let detach = () => {};
  let retry: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    connect(config).then(
      (pusher) => {
        if (!isStopped) detach = attach(pusher, name, ear);
      },
      () => {
        ear.live(false);
        if (!isStopped) retry = setTimeout(start, RETRY_MS);
      },
    );
  };
  start();
  return () => {
    isStopped = true;
    clearTimeout(retry);
    detach();
  };
}
