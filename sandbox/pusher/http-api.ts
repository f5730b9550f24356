import { z } from "zod";
import { get, type Incoming, json, post, Refusal, type Reply, type Route } from "../http";
import { type Hub, isChannelName, isPresence, ownerOf, sizeOf } from "./hub";
import { requestFlaw } from "./signature";

// "Publishing events" in the HTTP API reference: what the shared clusters accept.
const limits = { eventBytes: 10 * 1024, channels: 100, batch: 10 };

const channelName = z.string().refine(isChannelName, "Invalid channel name");
const happening = z.object({
  name: z.string().min(1).max(200),
  data: z.string(),
  socket_id: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
  info: z.string().optional(),
});
const eventBody = happening.extend({
  channel: channelName.optional(),
  channels: z.array(channelName).min(1).max(limits.channels).optional(),
});
const batchBody = z.object({ batch: z.array(happening.extend({ channel: channelName })).max(limits.batch) });

/** The HTTP API that server libraries speak, for every app in `hubs` (by app id); 401 unless signed with its secret. */
export function httpApi(hubs: Map<string, Hub>): Route[] {
  const signed =
    <Name extends string>(respond: (hub: Hub, incoming: Incoming<Name | "appId">) => Reply) =>
    (incoming: Incoming<Name | "appId">): Reply => {
      const hub = hubs.get(incoming.params.appId);
      if (!hub) throw new Refusal(404, `Unknown app ${incoming.params.appId}`);
      const flaw = requestFlaw(hub.app, incoming, new Date());
      if (flaw) throw new Refusal(401, flaw);
      return respond(hub, incoming);
    };

  return [
    post(
      "/apps/:appId/events",
      signed((hub, incoming) => {
        const { channel, channels = channel ? [channel] : [], info, ...event } = bodyOf(eventBody, incoming);
        if (channels.length === 0) throw new Refusal(400, "Missing channels");
        for (const name of channels) publish(hub, { ...event, channel: name });
        if (info === undefined) return json({});
        return json({ channels: Object.fromEntries(channels.map((name) => [name, attributes(hub, name, info)])) });
      }),
    ),
    post(
      "/apps/:appId/batch_events",
      signed((hub, incoming) => {
        const { batch } = bodyOf(batchBody, incoming);
        for (const event of batch) refuseOversize(event.data);
        for (const event of batch) publish(hub, event);
        if (batch.every(({ info }) => info === undefined)) return json({});
        return json({ batch: batch.map(({ channel, info = "" }) => attributes(hub, channel, info)) });
      }),
    ),
    get(
      "/apps/:appId/channels",
      signed((hub, { query }) => {
        const prefix = query.get("filter_by_prefix") ?? "";
        const info = query.get("info") ?? "";
        if (info.includes("user_count") && !isPresence(prefix))
          throw new Refusal(400, "user_count may only be requested for presence channels: filter_by_prefix=presence-");
        const occupied = hub.channels(prefix).map((name) => [name, attributes(hub, name, info)]);
        return json({ channels: Object.fromEntries(occupied) });
      }),
    ),
    get(
      "/apps/:appId/channels/:channel",
      signed((hub, { params: { channel }, query }) => {
        const info = query.get("info") ?? "";
        if (info.includes("user_count") && !isPresence(channel))
          throw new Refusal(400, "user_count may only be requested for presence channels");
        return json({ occupied: hub.subscriptionCount(channel) > 0, ...attributes(hub, channel, info) });
      }),
    ),
    get(
      "/apps/:appId/channels/:channel/users",
      signed((hub, { params: { channel } }) => {
        if (!isPresence(channel)) throw new Refusal(400, "Users can only be retrieved for presence channels");
        return json({ users: [...hub.members(channel).keys()].map((id) => ({ id })) });
      }),
    ),
    post(
      "/apps/:appId/users/:userId/terminate_connections",
      signed((hub, { params: { userId } }) => {
        const theirs = [...hub.connections].filter(({ user }) => user?.user_id === userId);
        for (const connection of theirs) connection.end(4009, "You got disconnected by the app");
        return json({});
      }),
    ),
  ];
}

function bodyOf<T>(schema: z.ZodType<T>, incoming: Incoming): T {
  const parsed = schema.safeParse(incoming.json());
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function refuseOversize(data: string): void {
  const excess = sizeOf(data) > limits.eventBytes;
  if (excess) throw new Refusal(413, `The data content of this event exceeds the maximum (${limits.eventBytes} bytes)`);
}

function publish(hub: Hub, event: { channel: string; name: string; data: string; socket_id?: string }): void {
  refuseOversize(event.data);
  const { channel, name, data, socket_id: exceptSocketId } = event;
  hub.publish({ channel, name, data, source: "api", ...(exceptSocketId !== undefined && { exceptSocketId }) });
}

function attributes(hub: Hub, channel: string, info: string): Record<string, number> {
  const wanted = info.split(",");
  const shown: Record<string, number> = {};
  if (wanted.includes("user_count") && isPresence(channel)) shown.user_count = hub.members(channel).size;
  if (wanted.includes("subscription_count") && ownerOf(channel) === undefined)
    shown.subscription_count = hub.subscriptionCount(channel);
  return shown;
}
