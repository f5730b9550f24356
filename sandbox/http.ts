/**
 * What every stand-in's web side is made of: routes, raw bodies with a limit, and replies (pages: `page.ts`).
 *
 *     const server = await serve({ port: 0, routes: [get("/things/:id", ({ params }) => json({ id: params.id }))] });
 *
 * Routes are tried in order; `*` as the last segment takes the rest of the path (`params.rest`).
 * A thrown `Refusal` becomes its status and text, anything else thrown a bare 500.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

type ParamNames<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? ParamNames<Head> | ParamNames<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : Path extends "*"
      ? "rest"
      : never;

/** A request whose body (at most the server's limit) has arrived. `path` is as sent, still percent-encoded. */
export type Incoming<Name extends string = string> = {
  method: string;
  path: string;
  params: Record<Name, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  remoteAddress: string;
  /** The bytes as sent: what signatures are made over. */
  body: Buffer;
  text(): string;
  /** The body as JSON; a `Refusal` 400 when it is not. */
  json(): unknown;
  /** The body as `application/x-www-form-urlencoded`. */
  form(): URLSearchParams;
};

/** Given as a reply, closes the connection without a word: the outside being down. */
export const hangUp = "hang-up";
export type Reply = { status: number; headers?: Record<string, string>; body?: string | Uint8Array } | typeof hangUp;
type Respond<Name extends string> = (incoming: Incoming<Name>) => Reply | Promise<Reply>;
export type Route = { method: string; segments: string[]; respond: Respond<string> };

/** Ends a request with `status` and a plain sentence. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A route for one method; `method` `*` answers all of them. */
export function route<Path extends string>(method: string, path: Path, respond: Respond<ParamNames<Path>>): Route {
  return { method, segments: segmentsOf(path), respond: respond as Respond<string> };
}
export const get = <Path extends string>(path: Path, respond: Respond<ParamNames<Path>>) => route("GET", path, respond);
export const post = <Path extends string>(path: Path, respond: Respond<ParamNames<Path>>) =>
  route("POST", path, respond);

/** Refuses callers from another machine, and pages of another site using the browser of this one. */
export function loopbackOnly<Name extends string>(respond: Respond<Name>): Respond<Name> {
  return (incoming) => {
    const isLoopback = /^(::1|(::ffff:)?127\.)/.test(incoming.remoteAddress);
    if (!isLoopback || incoming.headers["sec-fetch-site"] === "cross-site") throw new Refusal(403, "Loopback only.");
    return respond(incoming);
  };
}

export const plain = (body: string, status = 200): Reply => reply(status, "text/plain; charset=utf-8", body);
export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  reply(status, "application/json; charset=utf-8", JSON.stringify(value), headers);
export const form = (fields: Record<string, string>, status = 200): Reply =>
  reply(status, "application/x-www-form-urlencoded", new URLSearchParams(fields).toString());
/** Sends the browser on with a GET (303), so that a reload never posts a form twice. */
export const redirect = (location: string): Reply => ({ status: 303, headers: { location } });
function reply(status: number, type: string, body: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": type, ...headers }, body };
}

export type Serving = { url: string; port: number; server: Server; close(): Promise<void> };

/**
 * Listens on 127.0.0.1 (`port` 0 takes a free one); rejects with Node's own error when the port is taken.
 * `before` sees each request first and may answer it (faults); `bodyLimit` is in bytes, past it 413.
 * `close` cuts what is still open; `server` is there for WebSocket upgrades.
 */
export async function serve(options: {
  port: number;
  routes: Route[];
  bodyLimit?: number;
  before?: (incoming: Incoming) => Reply | undefined | Promise<Reply | undefined>;
}): Promise<Serving> {
  const { routes, bodyLimit = 1024 * 1024, before } = options;

  async function answer(message: IncomingMessage): Promise<Reply> {
    const incoming = await read(message, bodyLimit);
    const early = await before?.(incoming);
    if (early) return early;
    const segments = segmentsOf(incoming.path).map(decode);
    const matches = routes.flatMap((candidate) => {
      const params = match(candidate.segments, segments);
      return params ? [{ candidate, params }] : [];
    });
    const method = incoming.method === "HEAD" ? "GET" : incoming.method;
    const found = matches.find(({ candidate }) => candidate.method === method || candidate.method === "*");
    if (!found) throw matches.length > 0 ? new Refusal(405, "Method not allowed.") : new Refusal(404, "Not found.");
    return found.candidate.respond({ ...incoming, params: found.params });
  }

  const server = createServer((message, response) => {
    answer(message)
      .catch((error: unknown): Reply => {
        if (error instanceof Refusal) return plain(error.message, error.status);
        if (!message.complete) return hangUp;
        process.stderr.write(`${message.method} ${message.url}: ${error instanceof Error ? error.stack : error}\n`);
        return plain("The stand-in failed.", 500);
      })
      .then((answered) => send(answered, response));
  });
  // Node's own 5 s closes connections that the application's keep-alive agents are about to use again.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, port, server, close };
}

function send(answered: Reply, response: ServerResponse): void {
  if (answered === hangUp) response.destroy();
  else response.writeHead(answered.status, { "cache-control": "no-store", ...answered.headers }).end(answered.body);
}

async function read(message: IncomingMessage, limit: number): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  // An over-long body is read to its end unkept: leaving early would destroy the socket and the 413 with it.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new Refusal(413, `The body is over ${limit} bytes.`);
  const body = Buffer.concat(chunks);
  const target = message.url ?? "/";
  const cut = target.indexOf("?");
  return {
    method: message.method ?? "GET",
    path: cut < 0 ? target : target.slice(0, cut),
    params: {},
    query: new URLSearchParams(cut < 0 ? "" : target.slice(cut + 1)),
    headers: message.headers,
    remoteAddress: message.socket.remoteAddress ?? "",
    body,
    text: () => body.toString("utf8"),
    json: () => parse(body.toString("utf8")),
    form: () => new URLSearchParams(body.toString("utf8")),
  };
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, "The path is not properly encoded.");
  }
}

const segmentsOf = (path: string) => path.split("/").filter((segment) => segment !== "");

function match(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part === "*") return { ...params, rest: segments.slice(index).join("/") };
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (part.startsWith(":")) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? params : undefined;
}
