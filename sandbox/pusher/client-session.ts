import { z } from "zod";
import { type Connection, type Hub, isChannelName, isGuarded, isPresence, type Member, ownerOf, sizeOf } from "./hub";
import { isAuthorized } from "./signature";

const limits = { eventBytes: 10 * 1024, eventsPerSecond: 10, members: 100, userIdLength: 128, userInfoBytes: 1024 };

const message = z.object({ event: z.string(), channel: z.string().optional(), data: z.unknown().optional() });
const subscription = z.object({
  channel: z.string().refine(isChannelName),
  auth: z.string().nullish(),
  channel_data: z.string().nullish(),
});
const signin = z.object({ auth: z.string(), user_data: z.string() });
const presenceData = z.object({
  user_id: z.union([z.string(), z.number()]).transform(String),
  user_info: z.unknown().optional(),
});
const userData = z.object({ id: z.string().min(1), user_info: z.unknown().optional() });

/** What a `pusher:error` carries; `code` null where the protocol has none. */
type Complaint = { code: number | null; message: string };
const complaint = (text: string, code: number | null = null): Complaint => ({ code, message: text });

/** Answers what one client says after `connection_established`. */
export function clientSession(hub: Hub, connection: Connection): { receive(raw: string): void } {
  const { socketId } = connection;
  const spoken: number[] = [];

  function subscribe(data: unknown): Complaint | undefined {
    const asked = subscription.safeParse(data);
    if (!asked.success) return complaint("Invalid channel name");
    const { channel, auth, channel_data: channelData } = asked.data;
    if (hub.isSubscribed(connection, channel)) return complaint(`Existing subscription to channel ${channel}`);
    const owner = ownerOf(channel);
    if (owner !== undefined && owner !== connection.user?.user_id)
      return complaint(`Only user ${owner} may subscribe to ${channel}`, 4009);
    const signedText = [socketId, channel, ...(channelData ? [channelData] : [])].join(":");
    if (isGuarded(channel) && !isAuthorized(hub.app, signedText, auth ?? ""))
      return complaint(`Auth value for subscription to ${channel} is invalid`, 4009);
    if (isPresence(channel)) return join(channel, channelData ? memberFrom(channelData) : connection.user);
    hub.subscribe(connection, channel);
  }

  function join(channel: string, member: Member | undefined): Complaint | undefined {
    if (!member) return complaint("channel_data has no usable user_id, and nobody has signed in", 4009);
    const members = hub.members(channel);
    const isFull = members.size >= limits.members && !members.has(member.user_id);
    if (isFull) return complaint(`Presence channel ${channel} is over its ${limits.members} members`);
    hub.subscribe(connection, channel, member);
  }

  function unsubscribe(data: unknown): Complaint | undefined {
    const asked = subscription.safeParse(data);
    if (!asked.success) return complaint("Invalid channel name");
    hub.unsubscribe(connection, asked.data.channel);
  }

  function signIn(data: unknown): void {
    const asked = signin.safeParse(data);
    const { auth, user_data: given } = asked.data ?? { auth: "", user_data: "" };
    const user = userData.safeParse(parseJson(given));
    if (user.success && isAuthorized(hub.app, `${socketId}::user::${given}`, auth)) {
      connection.user = { user_id: user.data.id, user_info: user.data.user_info };
      connection.send({ event: "pusher:signin_success", data: JSON.stringify({ user_data: given }) });
    } else connection.end(4009, "Connection not authorized: invalid sign-in");
  }

  function clientEvent(name: string, channel: string, data: unknown): Complaint | undefined {
    if (!isGuarded(channel) || channel.startsWith("private-encrypted-"))
      return complaint("Client event rejected - only supported on private and presence channels");
    if (!hub.isSubscribed(connection, channel))
      return complaint(`Client event rejected - not subscribed to ${channel}`);
    if (name.length > 200 || sizeOf(data) > limits.eventBytes) return complaint("Client event rejected - too large");
    const now = performance.now();
    while (spoken[0] !== undefined && spoken[0] <= now - 1000) spoken.shift();
    if (spoken.length >= limits.eventsPerSecond) return complaint("Client event rejected - over the rate limit", 4301);
    spoken.push(now);
    const userId = hub.memberOf(connection, channel)?.user_id;
    const from = { source: socketId, exceptSocketId: socketId, ...(userId !== undefined && { userId }) };
    hub.publish({ channel, name, data, ...from });
  }

  function answer(raw: string): Complaint | undefined {
    const parsed = message.safeParse(parseJson(raw));
    if (!parsed.success) return complaint("Invalid message: not a JSON object with an event");
    const { event, channel, data } = parsed.data;
    if (event.startsWith("client-") && channel !== undefined) return clientEvent(event, channel, data);
    switch (event) {
      case "pusher:subscribe":
        return subscribe(data);
      case "pusher:unsubscribe":
        return unsubscribe(data);
      case "pusher:signin":
        signIn(data);
        return;
      case "pusher:ping":
        connection.send({ event: "pusher:pong", data: "{}" });
        return;
      case "pusher:pong":
        return;
      default:
        return complaint(`Unknown event ${event.slice(0, 60)}`);
    }
  }

  return {
    receive(raw) {
      const complained = answer(raw);
      if (complained) connection.send({ event: "pusher:error", data: complained });
    },
  };
}

function memberFrom(channelData: string): Member | undefined {
  const { data: member } = presenceData.safeParse(parseJson(channelData));
  if (!member || member.user_id === "" || member.user_id.length > limits.userIdLength) return undefined;
  return sizeOf(member.user_info) <= limits.userInfoBytes ? member : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
