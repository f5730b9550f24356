import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { clientSession } from "./client-session";
import type { Connection, Faults, Hub } from "./hub";

const pongTimeoutMs = 30_000;

/** Opens `/app/:key` for WebSockets on `server`; `hangUp` cuts all of them without a word. */
export function socketDoor(options: {
  server: Server;
  hubs: Map<string, Hub>;
  faults: Faults;
  activityTimeoutSeconds: number;
}): { hangUp(): void } {
  const { server, hubs, faults, activityTimeoutSeconds } = options;
  const door = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });

  server.on("upgrade", (message, socket, head) => {
    if (faults.down) socket.destroy();
    else door.handleUpgrade(message, socket, head, (opened) => welcome(opened, message.url ?? "/"));
  });

  function welcome(socket: WebSocket, target: string): void {
    // ws reports a broken frame here and closes by itself; without a listener it would end the process.
    socket.on("error", () => undefined);
    const [pathname = "", query] = target.split("?", 2);
    const key = /^\/app\/([^/]+)$/.exec(pathname)?.[1] ?? "";
    const hub = hubs.get(key);
    const refused = versionFlaw(new URLSearchParams(query).get("protocol"));
    if (key === "") socket.close(4005, "Path not found");
    else if (!hub) socket.close(4001, `App key ${key.slice(0, 40)} does not exist`);
    else if (refused) socket.close(refused.code, refused.reason);
    else converse(socket, hub);
  }

  function converse(socket: WebSocket, hub: Hub): void {
    const connection: Connection = {
      socketId: `${randomInt(1, 2 ** 31)}.${randomInt(1, 2 ** 31)}`,
      openedAt: new Date(),
      send: (frame) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(frame)),
      end: (code, reason) => socket.close(code, reason),
    };
    const session = clientSession(hub, connection);
    const quiet = watchQuiet(connection);
    socket.on("message", (raw, isBinary) => {
      quiet.restart();
      if (isBinary) socket.close(1003, "Binary frames are not supported");
      else session.receive(raw.toString());
    });
    socket.on("close", () => {
      quiet.stop();
      hub.disconnect(connection);
    });
    hub.connections.add(connection);
    const established = { socket_id: connection.socketId, activity_timeout: activityTimeoutSeconds };
    connection.send({ event: "pusher:connection_established", data: JSON.stringify(established) });
  }

  /** After a quiet spell the server pings; a client that stays quiet is told to reconnect. */
  function watchQuiet(connection: Connection) {
    let timer: NodeJS.Timeout;
    const ping = () => {
      connection.send({ event: "pusher:ping", data: "{}" });
      timer = setTimeout(() => connection.end(4201, "Pong reply not received"), pongTimeoutMs);
    };
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(ping, activityTimeoutSeconds * 1000);
    };
    restart();
    return { restart, stop: () => clearTimeout(timer) };
  }

  return {
    hangUp() {
      for (const socket of door.clients) socket.terminate();
    },
  };
}

function versionFlaw(protocol: string | null): { code: number; reason: string } | undefined {
  if (protocol === null) return { code: 4008, reason: "No protocol version supplied" };
  if (!/^\d+$/.test(protocol)) return { code: 4006, reason: "Invalid version string format" };
  return ["5", "6", "7"].includes(protocol) ? undefined : { code: 4007, reason: "Unsupported protocol version" };
}
