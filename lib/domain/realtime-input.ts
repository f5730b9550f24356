import { z } from "zod";

/** What the client library sends to join a private channel, in its own words. */
export const JoinChannel = z
  .strictObject({
    socket_id: z.string().regex(/^\d+\.\d+$/),
    channel_name: z.string().max(164),
  })
  .transform(({ socket_id, channel_name }) => ({ socketId: socket_id, channel: channel_name }));
export type JoinChannel = z.output<typeof JoinChannel>;
